import { parseDate, formatDate } from '../dates.ts';
import { entryKindLabels } from '../labels.ts';
import { claimSentences, figureSentences } from './describe-statements.ts';
import type { NameOf, RecordText } from './model.ts';
import { asList, asRecord, asText, describeList, endSentence, isSame, quote, quoteBoth } from './words.ts';

const idLists: Readonly<Record<string, 'actors' | 'places' | 'sources'>> = {
  actors: 'actors',
  'part-of': 'actors',
  places: 'places',
  within: 'places',
  sources: 'sources',
};

const proseKeys: ReadonlySet<string> = new Set(['title', 'summary', 'note', 'reason']);

const labels: Readonly<Record<string, string>> = {
  issued: 'Date of publication',
  url: 'Address',
  'url-missing': 'Reason for no address',
  archive: 'Archived copy',
  'archive-missing': 'Reason for no archived copy',
  also: 'Other wordings',
  was: 'Earlier addresses',
  related: 'Related entries',
  'part-of': 'Part of',
  within: 'Lies in',
  'same-as': 'Other registers',
  author: 'Authors',
  agency: 'Text of',
};

/** Returns what changed between two versions of a record, in plain sentences: title, date, claims, figures, sources and the rest. */
export function describeChange(before: RecordText, after: RecordText, nameOf: NameOf): string[] {
  const keys = new Set([...Object.keys(after.data), ...Object.keys(before.data)]);
  const sentences = [...keys].flatMap((key) => describeField(key, before.data[key], after.data[key], nameOf));
  return [...sentences, ...describeBody(before.body, after.body)];
}

function describeField(key: string, before: unknown, after: unknown, nameOf: NameOf): string[] {
  if (isSame(before, after)) return [];
  const label = labels[key] ?? key.charAt(0).toUpperCase() + key.slice(1).replaceAll('-', ' ');
  if (key === 'claims') return claimSentences(asList(before), asList(after), nameOf);
  if (key === 'figures') return figureSentences(asList(before), asList(after), nameOf);
  if (key === 'status') return [describeStatus(asText(after))];
  if (key === 'corrections') return describeCorrections(asList(before), asList(after));
  const folder = idLists[key];
  const isList = folder !== undefined || Array.isArray(before) || Array.isArray(after);
  if (isList) return describeList(label, asList(before), asList(after), (item) => describeItem(item, folder, nameOf));
  if (typeof before === 'string' && typeof after === 'string' && proseKeys.has(key)) {
    const [old, now] = quoteBoth(before, after);
    return [endSentence(`${label} changed from ${old} to ${now}`)];
  }
  return [describeValue(label, wordValue(key, before, nameOf), wordValue(key, after, nameOf))];
}

function describeValue(label: string, before: string | undefined, after: string | undefined): string {
  // What is no text has no short form.
  if (before === undefined && after === undefined) return `${label} changed.`;
  if (before === undefined || before === '') return endSentence(`${label} added: ${after}`);
  if (after === undefined || after === '') return endSentence(`${label} removed: ${before}`);
  return endSentence(`${label} changed from ${before} to ${after}`);
}

function wordValue(key: string, value: unknown, nameOf: NameOf): string | undefined {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return undefined;
  const text = asText(value);
  const date = key === 'date' || key === 'issued' ? parseDate(text) : undefined;
  if (date) return formatDate(date);
  if (key === 'kind') return (entryKindLabels as Readonly<Record<string, string>>)[text] ?? text;
  if (key === 'origin' && text !== 'self') return quote(nameOf('sources', text));
  return quote(text);
}

function describeItem(item: unknown, folder: 'actors' | 'places' | 'sources' | undefined, nameOf: NameOf): string {
  if (typeof item !== 'object' || item === null) {
    const text = asText(item);
    return folder === undefined ? quote(text) : nameOf(folder, text);
  }
  const record = asRecord(item);
  if (folder === 'places') return nameOf('places', asText(record['place']));
  const [first] = Object.values(record);
  const related = Object.entries(record).find(([key]) =>
    /^(?:follows|breaches|part-of|same-as|contradicts|supersedes)$/.test(key),
  );
  if (related) return quote(nameOf('entries', asText(related[1])));
  return quote(asText(record['text'] ?? record['title'] ?? first));
}

function describeStatus(status: string): string {
  if (status === 'withdrawn') return 'Withdrawn.';
  return status === 'draft' ? 'Taken back to a draft.' : 'Published.';
}

function describeCorrections(before: readonly unknown[], after: readonly unknown[]): string[] {
  const noteOf = (item: unknown) => asText(asRecord(item)['note']);
  const known = new Set(before.map(noteOf));
  const fresh = after.map(noteOf).filter((note) => !known.has(note));
  return fresh.length > 0 ? fresh.map((note) => `Correction: ${note}`) : ['A correction was edited.'];
}

function describeBody(before: string, after: string): string[] {
  const [old, now] = [words(before), words(after)];
  if (old.join(' ') === now.join(' ')) return [];
  const added = countSurplus(now, old);
  const removed = countSurplus(old, now);
  if (added + removed === 0) return ['Words of the text put in another order.'];
  const parts = [added > 0 && `${added} words added`, removed > 0 && `${removed} words removed`].filter(Boolean);
  return [`Text edited: ${parts.join(', ').replaceAll(/\b1 words/g, '1 word')}.`];
}

function words(text: string): string[] {
  return text.split(/\s+/).filter(Boolean);
}

function countSurplus(of: readonly string[], over: readonly string[]): number {
  const counts = new Map<string, number>();
  for (const word of over) counts.set(word, (counts.get(word) ?? 0) + 1);
  let surplus = 0;
  for (const word of of) {
    const left = counts.get(word) ?? 0;
    if (left > 0) counts.set(word, left - 1);
    else surplus += 1;
  }
  return surplus;
}
