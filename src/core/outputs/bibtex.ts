import { type CSL, plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import type { CslItem } from './csl.ts';

// The library's own escaping drops every letter outside ASCII that it has no command for, such as ə, and all Armenian and
// Cyrillic; so it is off, and what TeX takes for commands is escaped here. The key of an entry is the id of the source.
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
  const data: unknown = {
    ...item,
    title: escapeTex(item.title),
    ...(item['container-title'] !== undefined && { 'container-title': escapeTex(item['container-title']) }),
    ...(item.publisher !== undefined && { publisher: escapeTex(item.publisher) }),
    ...(item.author && { author: item.author.map(({ literal }) => ({ literal: escapeTex(literal) })) }),
    ...(item.note !== undefined && { note: escapeTex(item.note) }),
  };
  return String(plugins.output.format('biblatex', [data as CSL]));
}

const commands: Readonly<Record<string, string>> = {
  '\\': String.raw`\textbackslash{}`,
  '~': String.raw`\textasciitilde{}`,
  '^': String.raw`\textasciicircum{}`,
};

function escapeTex(text: string): string {
  return text.replaceAll(/[&%$#_{}\\~^]/g, (character) => commands[character] ?? `\\${character}`);
}
