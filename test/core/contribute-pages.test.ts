import { describe, expect, test } from 'vitest';
import { contentKinds } from '../../src/core/outputs/json-schema.ts';
import { rules } from '../../src/core/rules.ts';
import { codebookView } from '../../src/core/views/codebook-page.ts';
import { rulesView } from '../../src/core/views/rules-page.ts';
import { soundContext } from '../support/sound-context.ts';

describe('the page of rules', () => {
  test('has each rule of the table once, with two different examples', async () => {
    const { groups } = rulesView(await soundContext());
    const shown = groups.flatMap((group) => group.rules);
    expect(shown.map((rule) => rule.id).sort()).toEqual(Object.keys(rules).sort());
    expect(shown.filter((rule) => rule.wrong === rule.right).map((rule) => rule.id)).toEqual([]);
  });

  test('has ids that are its own: no group is called like a rule', async () => {
    const { groups } = rulesView(await soundContext());
    const ids = groups.flatMap((group) => [group.id, ...group.rules.map((rule) => rule.id)]);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).not.toContain('words');
  });

  test('shows what nobody can see by its number', async () => {
    const { groups } = rulesView(await soundContext());
    const shown = new Map(groups.flatMap((group) => group.rules.map((rule) => [rule.id, rule.wrong])));
    expect(shown.get('bidi-override')).toBe('What this ⟨U+202E⟩is.');
    expect(shown.get('empty-file')).toBe('(nothing)');
  });
});

describe('the codebook', () => {
  test('has every kind of file, and says of every field what it means', async () => {
    const { kinds } = codebookView(await soundContext('/repo/'));
    expect(kinds.map((kind) => kind.id)).toEqual(Object.keys(contentKinds));
    expect(kinds[0]?.schema.href).toBe('/repo/schemas/entry.json');
    const silent = kinds.flatMap((kind) => kind.fields.filter((field) => field.description === ''));
    expect(silent.map((field) => field.id)).toEqual([]);
  });

  test.each([
    ['entry-title', 'needed', 'one line of text, at most 90 characters'],
    ['entry-claims-by', 'needed', 'list, each: id of an actor'],
    ['entry-claims-on', '', 'date (EDTF)'],
    ['entry-figures-count', 'needed', 'count'],
    ['entry-places-place', 'needed', 'id of a place'],
    ['entry-same-as', '', 'the keys below'],
    ['source-party', 'needed', 'text'],
    ['words-words-instead', 'needed', 'list, each: one line of text, at most 80 characters'],
  ])('%s: %s, %s', async (id, need, what) => {
    const fields = codebookView(await soundContext()).kinds.flatMap((kind) => kind.fields);
    expect(fields.find((field) => field.id === id)).toMatchObject({ need, what });
  });

  test('lists the values of a vocabulary, also of a list and of keys', async () => {
    const fields = codebookView(await soundContext()).kinds.flatMap((kind) => kind.fields);
    const values = (id: string) => fields.find((field) => field.id === id)?.values;
    expect(values('entry-status')).toEqual(['published', 'draft', 'withdrawn']);
    expect(values('entry-related')).toContain('follows');
  });
});
