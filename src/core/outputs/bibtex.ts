import { type CSL, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem } from './csl.ts';

// Names in Latin Extended, Armenian and Cyrillic stay as they are; the key of an entry is the id of the source.
Object.assign(plugins.config.get('@bibtex').format, { asciiOnly: false, useIdAsLabel: true, checkLabel: false });

/**
 * Returns sources as a BibTeX file with the fields of BibLaTeX, in UTF-8: those of plain BibTeX have no place for the
 * language, nor for the publisher of a web page.
 */
export function formatBibtex(items: readonly CslItem[]): string {
  // Formatted one by one, for the library gives every second key of the same name a letter of its own.
  return items.map((item) => `${formatItem(item).trim()}\n`).join('\n');
}

function formatItem(item: CslItem): string {
  const data: unknown = structuredClone(item);
  return String(plugins.output.format('biblatex', [data as CSL]));
}
