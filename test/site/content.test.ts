import { toString as toText } from 'mdast-util-to-string';
import { beforeAll, describe, expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { listDays } from '../../src/core/days.ts';
import { emptyBody, openText } from '../../src/core/markdown/packed-body.ts';
import { parseBody } from '../../src/core/markdown/parse-body.ts';
import type { Chronicle, Entry } from '../../src/core/model.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readContent } from '../../src/site/read-content.ts';
import { readSettings } from '../../src/site/settings.ts';

let chronicle: Chronicle;
let entries: Entry[] = [];

beforeAll(async () => {
  ({ chronicle } = await readChronicle(readSettings({}), false));
  entries = [...chronicle.entries.values()];
});

function readBody({ path }: Entry) {
  return parseBody(path, openText(chronicle.prose.get(path) ?? emptyBody));
}

function paragraphs(entry: Entry): { text: string; isCited: boolean }[] {
  const { tree } = readBody(entry);
  return tree.children
    .filter((node) => node.type === 'paragraph' || node.type === 'list' || node.type === 'table')
    .map((node) => ({ text: toText(node), isCited: JSON.stringify(node).includes('"type":"citation"') }));
}

describe('every entry', () => {
  test('has prose, and a citation in each paragraph', () => {
    const found = entries.flatMap((entry) => {
      const all = paragraphs(entry);
      return [
        ...(all.length === 0 ? [`${entry.id}: no text`] : []),
        ...all.filter((item) => !item.isCited).map((item) => `${entry.id}: ${item.text.slice(0, 80)}`),
      ];
    });
    expect(found).toEqual([]);
  });

  test('has prose of 80 to 250 words', () => {
    const found = entries.flatMap((entry) => {
      const words = paragraphs(entry)
        .map((item) => item.text)
        .join(' ')
        .split(/\s+/)
        .filter(Boolean).length;
      return words >= 80 && words <= 250 ? [] : [`${entry.id}: ${words} words`];
    });
    expect(found).toEqual([]);
  });

  test('has claims', () => {
    expect(entries.filter((entry) => entry.claims.length === 0).map((entry) => entry.id)).toEqual([]);
  });

  test('cites in its prose what its claims rest on', () => {
    const found = entries.flatMap((entry) => {
      const own = new Set([
        ...entry.claims.flatMap((claim) => claim.sources),
        ...entry.figures.flatMap((figure) => figure.sources),
      ]);
      const cited = new Set(readBody(entry).citations.map((mention) => mention.source));
      const isGrounded = [...cited].some((id) => own.has(id));
      return isGrounded ? [] : [entry.id];
    });
    expect(found).toEqual([]);
  });

  test('says in its summary whose account it is, where all its sources belong to one side', () => {
    const found = entries
      .filter((entry) => {
        const parties = new Set(entry.sources.map((id) => chronicle.sources.get(id)?.party));
        return parties.size === 1 && !parties.has('none');
      })
      .filter((entry) => !/according to|no independent|media|sources?/i.test(entry.summary))
      .map((entry) => `${entry.id}: ${entry.summary}`);
    expect(found).toEqual([]);
  });
});

test('every day of the war has an entry that starts on it', () => {
  const { from, to } = chronicle.config.focus;
  expect(listDays(from, to).filter((day) => !entries.some((entry) => entry.date.start === day))).toEqual([]);
});

describe('content/words.yml', () => {
  test('lists the words that judge', () => {
    const forms = new Set(chronicle.words.flatMap((word) => word.forms));
    const wanted = [
      'liberat*',
      'occupied',
      'terroris*',
      'aggression',
      'regime',
      'heroic',
      'martyr*',
      'so-called',
      'enemy',
    ];
    expect(wanted.filter((form) => !forms.has(form))).toEqual([]);
  });

  test('names neither side more often than the other in its reasons and wordings', () => {
    const text = chronicle.words.map((word) => [word.reason, ...word.instead].join(' ')).join(' ');
    const count = (pattern: RegExp) => (text.match(pattern) ?? []).length;
    expect(count(/Armenia/g)).toBe(count(/Azerbaijan/g));
  });

  test('the entries keep to it, but for words that may still be argued over', async () => {
    const { messages } = buildChronicle(await readContent('content'), { review: true });
    const found = messages
      .filter((message) => message.ruleId === 'loaded-word')
      .map((message) => String(message.actual));
    const open = /^(?:mercenar\w+|militants?|ethnic cleansing|counter-offensive|propaganda)$/i;
    expect(found.filter((word) => !open.test(word))).toEqual([]);
  });
});
