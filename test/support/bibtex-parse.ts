import { createRequire } from 'node:module';

/** One entry of a BibTeX file. */
export interface BibtexEntry {
  readonly citationKey: string;
  readonly entryType: string;
  readonly entryTags: Readonly<Record<string, string | undefined>>;
}

/** Parses a BibTeX file; the library has no types of its own. */
export function parseBibtex(text: string): BibtexEntry[] {
  const library = createRequire(import.meta.url)('@orcid/bibtex-parse-js') as { toJSON(text: string): BibtexEntry[] };
  return library.toJSON(text);
}
