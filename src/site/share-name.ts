/** One of several equal parts of a build, each made by a job of its own. */
export interface ShareName {
  /** From 1 on. */
  readonly number: number;
  readonly of: number;
}

/** Reads `2/5`; `undefined` for anything else. */
export function parseShare(text: string): ShareName | undefined {
  const [, number = '', of = ''] = /^([1-9]\d{0,3})\/([1-9]\d{0,3})$/.exec(text) ?? [];
  return number === '' || Number(number) > Number(of) ? undefined : { number: Number(number), of: Number(of) };
}

/** Returns `2/5`. */
export function formatShare({ number, of }: ShareName): string {
  return `${number}/${of}`;
}

/** Returns the folder of a share: `dist-share-2-of-5`, beside the output. */
export function shareFolder(out: string, { number, of }: ShareName): string {
  return `${out}-share-${number}-of-${of}`;
}

/** Tells whether something is of a share, by its number among all, from 0 on. */
export function isOfShare(index: number, { number, of }: ShareName): boolean {
  return index % of === number - 1;
}
