import { describe, expect, test } from 'vitest';
import { formatCount, parseCount } from '../../src/core/counts.ts';
import { requireDate } from '../../src/core/dates.ts';
import type { Figure } from '../../src/core/model.ts';
import { figureCsv } from '../../src/core/outputs/figure-csv.ts';
import { groupMeasures } from '../../src/core/series.ts';
import { chartView } from '../../src/core/views/figure-chart.ts';
import { soundContext } from '../support/sound-context.ts';

function figure(key: string, count: string, asOf: string, fields: Partial<Figure> = {}): Figure {
  const parsed = parseCount(count);
  if (!parsed) throw new Error(count);
  return {
    key: `2020-10-02-shelling#${key}`,
    id: key,
    entry: '2020-10-02-shelling',
    by: ['north-ministry'],
    count: parsed,
    of: 'killed',
    who: 'military',
    part: undefined,
    side: 'north',
    places: [],
    since: requireDate('2020-10-01'),
    asOf: requireDate(asOf),
    note: undefined,
    sources: ['wire'],
    ...fields,
  };
}

describe('series', () => {
  test('are each claimant’s own, in order of the day, unbroken by others', () => {
    const measures = groupMeasures([
      figure('b', '20', '2020-10-03'),
      figure('other', '999', '2020-10-02', { by: ['south-ministry'] }),
      figure('a', '10', '2020-10-02'),
    ]);
    expect(measures.map((measure) => measure.id)).toEqual(['killed-military-north-2020-10-01']);
    expect(measures[0]?.series.map((series) => [series.by, series.figures.map((item) => item.id)])).toEqual([
      [['north-ministry'], ['a', 'b']],
      [['south-ministry'], ['other']],
    ]);
  });

  test('leave out figures of one event and of some places alone, and keep apart parts, other sides and other starts', () => {
    const measures = groupMeasures([
      figure('event', '3', '2020-10-02', { since: undefined }),
      figure('town', '3', '2020-10-02', { places: ['bridge-town'] }),
      figure('a', '3', '2020-10-02'),
      figure('b', '3', '2020-10-02', { side: 'south' }),
      figure('d', '3', '2020-10-02', { part: 'by-mines' }),
      figure('c', '3', '2020-10-02', { since: requireDate('2020-10-02') }),
    ]);
    expect(measures.map((measure) => measure.id)).toEqual([
      'killed-military-by-mines-north-2020-10-01',
      'killed-military-north-2020-10-01',
      'killed-military-north-2020-10-02',
      'killed-military-south-2020-10-01',
    ]);
  });
});

describe('charts', () => {
  test('draw each bound as a bound and tell it in words', async () => {
    const counts = ['10', '20+', '~30', '40-50', '<60', '>70'];
    const [measure] = groupMeasures(counts.map((count, index) => figure(`f${index}`, count, `2020-10-0${index + 1}`)));
    if (!measure) throw new Error('No measure');
    const view = chartView(await soundContext(), measure);
    await expect(`${JSON.stringify(view, undefined, 2)}\n`).toMatchFileSnapshot('../fixtures/sound/chart.json');
    expect(view?.lines[0]?.marks.map((mark) => mark.label)).toEqual(
      counts.map((count) => formatCount(parseCount(count) ?? never())),
    );
    expect(view?.description).toBe(
      'Ministry of North: 6 numbers, from 10 as of 1 October 2020 to more than 70 as of 6 October 2020.',
    );
  });

  test('leave a gap where a claimant is silent for more than two weeks', async () => {
    const [measure] = groupMeasures([
      figure('a', '1', '2020-10-01'),
      figure('b', '2', '2020-10-10'),
      figure('c', '3', '2020-10-25'),
    ]);
    if (!measure) throw new Error('No measure');
    const path = chartView(await soundContext(), measure)?.lines[0]?.path ?? '';
    expect(path.match(/M/g)).toHaveLength(2);
  });

  test('name every claimant, one of a single number too', async () => {
    const [measure] = groupMeasures([
      figure('a', '10', '2020-10-01'),
      figure('b', '20', '2020-10-02'),
      figure('other', '~99', '2020-10-02', { by: ['observer'] }),
    ]);
    if (!measure) throw new Error('No measure');
    const view = chartView(await soundContext(), measure);
    expect(view?.lines.map((series) => series.label)).toEqual(['Ann Observer: about 99', 'Ministry of North: 20']);
    expect(view?.description).toContain('Ann Observer: about 99 as of 2 October 2020.');
  });

  test('tell the years where they differ, and leave out what comes after a long silence, saying so', async () => {
    const [measure] = groupMeasures([
      figure('a', '1', '2020-10-01'),
      figure('b', '2', '2021-09-30'),
      figure('late', '>3', '2024-10-27', { by: ['observer'] }),
    ]);
    if (!measure) throw new Error('No measure');
    const view = chartView(await soundContext(), measure);
    expect(view?.xTicks.map((tick) => tick.label)).toEqual(['1 October 2020', '30 September 2021']);
    expect(view?.lines.map((series) => series.marks.length)).toEqual([2]);
    expect(view?.omitted).toBe(
      'Not drawn, for more than a year of silence lies before: Ann Observer, more than 3 as of 27 October 2024.',
    );
  });

  test('grow where the labels need more room than the numbers', async () => {
    const claimants = Array.from({ length: 30 }, (_, index) =>
      figure(`f${index}`, '1', '2020-10-01', { by: [`a${index}`] }),
    );
    const [measure] = groupMeasures(claimants);
    if (!measure) throw new Error('No measure');
    const view = chartView(await soundContext(), measure);
    const labels = view?.lines.map((series) => series.labelY) ?? [];
    expect(new Set(labels).size).toBe(30);
    expect(view?.height).toBeGreaterThan(Math.max(...labels));
  });

  test('are not drawn of a single number', async () => {
    const [measure] = groupMeasures([figure('a', '1', '2020-10-01')]);
    if (!measure) throw new Error('No measure');
    expect(chartView(await soundContext(), measure)).toBeUndefined();
  });
});

test('CSV keeps numbers as stated, leaves absent values empty and hides formulas from spreadsheets', async () => {
  const [measure] = groupMeasures([figure('a', '>100', '2020-10-02', { note: '=1+1, "quoted"' })]);
  if (!measure) throw new Error('No measure');
  expect(figureCsv(await soundContext(), measure)).toBe(
    'id,claimant,count,bound,low,high,of,who,part,side,since,as_of,note,sources,address\r\n' +
      '2020-10-02-shelling#a,Ministry of North,>100,more-than,100,,killed,military,,north,2020-10-01,2020-10-02,"\'=1+1, ""quoted""",wire,https://fixture.example/2020/10/02/shelling/#a\r\n',
  );
});

function never(): never {
  throw new Error('Expected a count');
}
