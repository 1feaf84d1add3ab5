import { claimKey } from '../../core/build-records.ts';
import type { FormFolder, FormList } from '../../core/form-fields.ts';
import { foldName } from '../../core/names.ts';
import type { RecordList } from '../../core/outputs/record-list.ts';
import type { KnownIds } from '../../core/reference-checker.ts';
import type { FormData } from './fields.ts';
import { pathOf } from './file.ts';

/** A record that is being written in this browser. */
export interface OwnRecord {
  readonly folder: FormFolder;
  readonly id: string;
  readonly data: FormData;
}

/** Loads what the chronicle holds. */
export async function loadRecords(url: string): Promise<RecordList> {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return (await response.json()) as RecordList;
}

/** Returns what a reference may name: the chronicle's records and those being written here. */
export function knownIds(list: RecordList, own: readonly OwnRecord[]): KnownIds {
  const ids = (folder: FormFolder) =>
    new Set([
      ...list[folder].map(([id]) => id),
      ...own.filter((record) => record.folder === folder).map((record) => record.id),
    ]);
  const entries = new Set([...ids('entries'), ...list.withdrawn]);
  const known = { entries, actors: ids('actors'), places: ids('places'), sources: ids('sources') };
  const claims = new Map(
    Object.entries(list.claims).flatMap(([entry, own]) =>
      Object.entries(own).map(([id, by]) => [claimKey(entry, id), by] as const),
    ),
  );
  for (const record of own.filter((item) => item.folder === 'entries'))
    for (const claim of claimsOf(record.data)) claims.set(claimKey(record.id, claim.id), claim.by);
  return {
    ...known,
    sides: list.sides.map(([id]) => id),
    paths: new Set([
      ...Object.entries(known).flatMap(([folder, set]) => [...set].map((id) => pathOf(folder as FormFolder, id))),
      ...list.taken,
    ]),
    hidden: new Map(list.withdrawn.map((id) => [id, 'withdrawn'])),
    claims,
    unreadable: new Set(),
  };
}

/** Returns the id that was typed or meant: an id stays, a name in any spelling becomes the id of its record. */
export function resolveId(list: RecordList, kind: FormList | undefined, text: string): string {
  if (kind === undefined || kind === 'claims') return text;
  const rows = list[kind];
  if (rows.some(([id]) => id === text)) return text;
  const folded = foldName(text);
  const found = rows.filter(
    ([, name, forms]) => foldName(name) === folded || (forms?.split('|').includes(folded) ?? false),
  );
  return found.length === 1 ? (found[0]?.[0] ?? text) : text;
}

/** Fills the lists from which ids are completed with what the chronicle holds. */
export function fillLists(list: RecordList): void {
  for (const kind of ['entries', 'actors', 'places', 'sources', 'sides'] as const)
    listOf(kind).append(...list[kind].map(([id, name]) => createOption(id, name)));
  const claims = Object.entries(list.claims).flatMap(([entry, own]) =>
    Object.entries(own).map(([id, by]) => createOption(claimKey(entry, id), by.join(', '))),
  );
  listOf('claims').append(...claims);
}

/** Puts the records that are being written in this browser before those of the chronicle. */
export function fillOwn(own: readonly OwnRecord[]): void {
  for (const option of document.querySelectorAll('datalist [data-own]')) option.remove();
  for (const { folder, id, data } of own) {
    listOf(folder).prepend(createOption(id, 'your draft', true));
    if (folder !== 'entries') continue;
    for (const claim of claimsOf(data))
      listOf('claims').prepend(createOption(claim.id, `${claim.by.join(', ')}: ${claim.says}`, true));
  }
}

function listOf(kind: FormList): Element {
  const list = document.querySelector(`#form-${kind}`);
  if (!list) throw new Error(`The form has no list of ${kind}`);
  return list;
}

function createOption(value: string, text: string, isOwn = false): HTMLOptionElement {
  const option = document.createElement('option');
  option.value = value;
  option.textContent = text;
  if (isOwn) option.dataset['own'] = '';
  return option;
}

function claimsOf(data: FormData): { id: string; by: string[]; says: string }[] {
  const claims = Array.isArray(data['claims']) ? (data['claims'] as FormData[]) : [];
  return claims.map(({ id, by, says }) => ({
    id: String(id ?? ''),
    by: (Array.isArray(by) ? by : [by]).map(String),
    says: String(says ?? ''),
  }));
}
