import { describe, expect, test } from 'vitest';
import { requireDate } from '../../src/core/dates.ts';
import { sourceToCsl, toCslDate } from '../../src/core/outputs/csl.ts';
import { requireRecord } from '../../src/core/views/context.ts';
import { soundContext } from '../support/sound-context.ts';

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
