/** A file of the site beside its pages. Its text is made when it is asked for, piece by piece, and kept nowhere. */
export interface OutputFile {
  /** The path from the site's root: `data/entries.csv`. */
  readonly path: string;
  /** The media type. */
  readonly type: string;
  /** What it is made from beside what it reads of the chronicle when asked for; a file without it may be made from more. */
  readonly key?: string;
  chunks(): Iterable<string>;
}

/** Returns a file whose text is made in one piece. */
export function textFile(path: string, type: string, text: () => string): OutputFile {
  return { path, type, chunks: () => [text()] };
}

/** Returns a file that holds a value as JSON. */
export function jsonFile(path: string, value: () => unknown, type = 'application/json'): OutputFile {
  return textFile(path, type, () => `${JSON.stringify(value(), undefined, 1)}\n`);
}
