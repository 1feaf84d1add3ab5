import { addRow, choose, inputOf, listChosen, listFields, listRows } from './rows.ts';

/** A record's data as the form holds it. */
export type FormData = Record<string, unknown>;

// A single speaker or claim is written without a list.
const bare = new Set(['by', 'denies', 'confirms', 'disputes', 'retracts']);

/** Reads the fields of a part of the form; what is empty is left out. */
export function readFields(parent: Element): FormData {
  return Object.fromEntries(
    listFields(parent).flatMap((field) => {
      const value = readField(field);
      return value === undefined ? [] : [[field.dataset['field'] ?? '', value]];
    }),
  );
}

/** Fills the fields of a part of the form from data. */
export function fillFields(parent: Element, data: FormData): void {
  for (const field of listFields(parent)) fillField(field, data[field.dataset['field'] ?? '']);
}

/** Returns every control of a part of the form with the path of its value. */
export function listPaths(
  parent: Element,
  base: readonly (string | number)[] = [],
): { path: (string | number)[]; field: HTMLElement }[] {
  return listFields(parent).flatMap((field) => {
    const path = [...base, field.dataset['field'] ?? ''];
    const { control = '' } = field.dataset;
    if (control === 'group') return [{ path, field }, ...listRows(field).flatMap((row) => listPaths(row, path))];
    if (control === 'groups')
      return [{ path, field }, ...listRows(field).flatMap((row, index) => listPaths(row, [...path, index]))];
    return [{ path, field }];
  });
}

function readField(field: HTMLElement): unknown {
  const { control = '', field: name = '' } = field.dataset;
  if (control === 'group') return listRows(field).map(readFields)[0];
  if (control === 'groups') return orMissing(listRows(field).map(readFields));
  const text = inputOf(field).value.trim();
  switch (control) {
    case 'lines':
      return orMissing(
        text
          .split('\n')
          .map((line) => line.trim())
          .filter(Boolean),
      );
    case 'references': {
      // What was typed and not yet added counts, so that nothing is lost unseen.
      const ids = [...listChosen(field), ...(text === '' ? [] : [text])];
      return ids.length === 1 && bare.has(name) ? ids[0] : orMissing(ids);
    }
    case 'pair':
      return toPair(text) ?? (text === '' ? undefined : text);
    default:
      if (text === '') return undefined;
      return name === 'count' && /^\d+$/.test(text) ? Number(text) : text;
  }
}

function fillField(field: HTMLElement, value: unknown): void {
  const { control = '' } = field.dataset;
  if (control === 'group' || control === 'groups') {
    for (const row of listRows(field)) row.remove();
    const rows = Array.isArray(value) ? value : value === undefined ? [] : [value];
    for (const row of rows) fillFields(addRow(field), row as FormData);
    return;
  }
  const input = inputOf(field);
  if (control === 'references') {
    field.querySelector('[data-chosen]')?.replaceChildren();
    const ids = Array.isArray(value) ? value : value === undefined ? [] : [value];
    for (const id of ids) choose(field, String(id));
    input.value = '';
  } else if (Array.isArray(value)) {
    input.value = value.join(control === 'pair' ? ', ' : '\n');
  } else {
    input.value = value === undefined ? '' : String(value);
  }
}

function orMissing<T>(values: readonly T[]): readonly T[] | undefined {
  return values.length === 0 ? undefined : values;
}

function toPair(text: string): [number, number] | undefined {
  const match = /^(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)$/.exec(text);
  return match ? [Number(match[1]), Number(match[2])] : undefined;
}
