import { describe, expect, test } from 'vitest';
import { requireDate } from '../../src/core/dates.ts';
import { formatBibtex } from '../../src/core/outputs/bibtex.ts';
import { type CslItem, sourceToCsl, toCslDate } from '../../src/core/outputs/csl.ts';
import { formatRis } from '../../src/core/outputs/ris.ts';
import { requireRecord } from '../../src/core/views/context.ts';
import { parseBibtex } from '../support/bibtex-parse.ts';
import { soundContext } from '../support/sound-context.ts';

function someItem({ title }: { title: string }): CslItem {
  return {
    id: 'some-source',
    type: 'article-newspaper',
    title,
    'container-title': 'The Paper',
    issued: { 'date-parts': [[2020, 10]] },
    language: 'en',
  };
}

describe('sources as CSL-JSON', () => {
  test('an article: its paper contains it, its agency is named, its archived copy is given', async () => {
    const { chronicle } = await soundContext();
    expect(sourceToCsl(requireRecord(chronicle.sources, 'wire'))).toEqual({
      id: 'wire',
      type: 'article-newspaper',
      title: 'Shelling & <denial>',
      'container-title': 'The Paper',
      author: [{ literal: 'Ann Author' }],
      issued: { 'date-parts': [[2020, 10, 2]] },
      language: 'en',
      URL: 'https://paper.example/shelling',
      archive: 'archive.example',
      archive_location: 'https://archive.example/shelling',
      note: 'Carries the text of The Wire.',
      custom: { issued: '2020-10-02' },
    });
  });

  test('what is absent stays absent', async () => {
    const { chronicle } = await soundContext();
    expect(sourceToCsl(requireRecord(chronicle.sources, 'paper'))).toEqual({
      id: 'paper',
      type: 'article-newspaper',
      title: 'Bericht',
      'container-title': 'Northern Paper',
      language: 'de',
      note: 'No address: Seen in print only. Repeats the wire.',
    });
    expect(sourceToCsl(requireRecord(chronicle.sources, 'gazetteer'))).toMatchObject({
      publisher: 'Gazetteer',
      issued: { 'date-parts': [[2015]] },
    });
  });

  test.each([
    ['2020-10-29', { 'date-parts': [[2020, 10, 29]] }],
    ['2020-10', { 'date-parts': [[2020, 10]] }],
    ['2020~', { 'date-parts': [[2020]], circa: true }],
    [
      '2020-10-27/2020-10-28?',
      {
        'date-parts': [
          [2020, 10, 27],
          [2020, 10, 28],
        ],
        circa: true,
      },
    ],
  ])('%s', (text, expected) => expect(toCslDate(requireDate(text))).toEqual(expected));
});

describe('sources for reference managers', () => {
  const item = someItem({ title: String.raw`50 % of A_1 & {B} in Şuşa, Cəbrayıl and Շուշի ~^\ #$` });

  test('BibTeX keeps every letter and escapes what TeX takes for a command', () => {
    const [entry] = parseBibtex(formatBibtex([item]));
    expect(entry).toMatchObject({ citationKey: 'some-source', entryType: 'article' });
    expect(entry?.entryTags['title']?.replaceAll(/\{(\w+)\}/g, '$1')).toBe(
      String.raw`50 \% of A\_1 \& \{B\} in Şuşa, Cəbrayıl and Շուշի \textasciitilde{}\textasciicircum{}\textbackslash{} \#\$`,
    );
  });

  test('RIS keeps the whole id and each value on one line', () => {
    expect(formatRis([{ ...item, note: `one\ntwo ${'long '.repeat(40)}` }]).split('\r\n')).toEqual([
      'TY  - NEWS',
      'ID  - some-source',
      `TI  - ${item.title}`,
      'T2  - The Paper',
      'PY  - 2020',
      'DA  - 2020/10//',
      'LA  - en',
      `N1  - one two ${'long '.repeat(40)}`,
      'ER  - ',
      '',
    ]);
  });
});
