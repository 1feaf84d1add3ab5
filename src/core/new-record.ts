import anyAscii from 'any-ascii';
import { Document, isMap, isScalar, isSeq, visit } from 'yaml';
import { dateSegments, parseDate, startText } from './dates.ts';
import { foldName } from './names.ts';
import { tidyText } from './tidy.ts';

/** The kinds of record that contributors write, by their folder. */
export const recordFolders = { entry: 'entries', actor: 'actors', place: 'places', source: 'sources' } as const;

/** A kind of record that contributors write. */
export type RecordKind = keyof typeof recordFolders;

/** A record to be written: its data by the keys of its file, its text, and an id where the usual one will not do. */
export interface NewRecord {
  readonly kind: RecordKind;
  readonly data: Readonly<Record<string, unknown>>;
  readonly text: string;
  readonly id?: string | undefined;
}

/** A file to be written, from the content folder. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
}

const wordLimit = 6;

/** Returns the file of a new record; what is wrong with it, the check says. */
export function writeNewRecord(record: NewRecord): NewFile {
  const path = pathOf(record.kind, record.id ?? suggestId(record), record.data);
  const document = new Document(record.data);
  visit(document, {
    Seq(_, node) {
      node.flow = node.items.every((item) => isScalar(item));
      for (const item of node.items) if (isMap(item)) item.flow = !item.items.some(({ value }) => isSeq(value));
    },
  });
  const text = `---\n${document.toString({ lineWidth: 0, flowCollectionPadding: false })}---\n\n${record.text.trim()}`;
  const whole = `${text.trimEnd()}\n`;
  return { path, text: tidyText(path, whole) ?? whole };
}

/** Returns the usual id of a record: the date and the title's first words, the English name, or publisher, date and title. */
export function suggestId({ kind, data }: Pick<NewRecord, 'kind' | 'data'>): string {
  const text = (key: string) => (typeof data[key] === 'string' ? data[key] : '');
  switch (kind) {
    case 'entry':
      return joinWords(startText(text('date')), text('title'));
    case 'source':
      return joinWords(text('publisher'), text('issued') === '' ? '' : startText(text('issued')), text('title'));
    default:
      return joinWords(englishName(data['names']));
  }
}

function englishName(names: unknown): string {
  const list = Array.isArray(names) ? (names as readonly { readonly text?: string; readonly lang?: string }[]) : [];
  return list.find((name) => name.lang === 'en')?.text ?? '';
}

function joinWords(...texts: readonly string[]): string {
  return texts
    .map((text) =>
      anyAscii(foldName(text))
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim()
        .split(' ')
        .slice(0, wordLimit)
        .join('-'),
    )
    .filter((slug) => slug !== '')
    .join('-');
}

function pathOf(kind: RecordKind, id: string, data: NewRecord['data']): string {
  const date = kind === 'entry' && typeof data['date'] === 'string' ? parseDate(data['date']) : undefined;
  const folders = date ? dateSegments(date).slice(0, 2) : [];
  return [recordFolders[kind], ...folders, `${id}.md`].join('/');
}
