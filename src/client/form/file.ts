import { parseDate, startText } from '../../core/dates.ts';
import type { FormFolder } from '../../core/form-fields.ts';
import { slugOf } from '../../core/names.ts';
import { formatRecord } from '../../core/record-text.ts';
import type { FormData } from './fields.ts';

/** A record's file as it will lie in the content folder. */
export interface RecordFile {
  readonly path: string;
  readonly text: string;
}

const slugWords = 6;

/** Returns the file of a record. */
export function toFile(folder: FormFolder, id: string, data: FormData, body: string): RecordFile {
  return { path: pathOf(folder, id), text: formatRecord(data, body) };
}

/** Returns where a record's file lies; an entry's folder is its date. */
export function pathOf(folder: FormFolder, id: string): string {
  if (folder !== 'entries') return `${folder}/${id}.md`;
  const [, year, month] = /^(\d{4})(?:-(\d{2})(?=-))?/.exec(id) ?? [];
  return ['entries', year, month, `${id}.md`].filter(Boolean).join('/');
}

/** Returns the id that a record's data suggest. */
export function suggestId(folder: FormFolder, data: FormData): string {
  const text = (name: string) => (typeof data[name] === 'string' ? data[name] : '');
  const start = (date: string) => (parseDate(date) ? startText(date) : '');
  switch (folder) {
    case 'entries':
      return join(start(text('date')), slug(text('title')));
    case 'sources':
      return join(slug(text('publisher')), start(text('issued')), slug(text('title')));
    default: {
      const [first] = Array.isArray(data['names']) ? (data['names'] as FormData[]) : [];
      return slug(String(first?.['text'] ?? ''));
    }
  }
}

function slug(text: string): string {
  const words = slugOf(text)
    .replaceAll(/[^a-z0-9-]/g, '')
    .split('-')
    .filter(Boolean);
  return words.slice(0, slugWords).join('-');
}

function join(...parts: readonly string[]): string {
  return parts.filter(Boolean).join('-');
}
