import { beforeAll, describe, expect, test } from 'vitest';
import type { Chronicle } from '../../src/core/model.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';

const seed = 'ap-2020-10-29-fighting-grinds-on';

let chronicle: Chronicle;

beforeAll(async () => {
  ({ chronicle } = await readChronicle(readSettings({}), false));
});

// Everything that the Associated Press's story of 29 October 2020 says: who says it, and words that the claim must have.
describe('the claims of the seed article', () => {
  test.each([
    ['associated-press', /fifth week/],
    ['nk-authorities', /Smerch/],
    ['associated-press', /Smerch is a Soviet design/],
    ['nk-authorities', /military aircraft/],
    ['nk-authorities', /Civilians were killed and wounded in Stepanakert \(no number given\)/],
    ['azerbaijan-ministry-of-defence', /No aviation was used/],
    ['azerbaijan-ministry-of-defence', /shelled .*Tartar, Goranboy and Barda/],
    ['azerbaijan-ministry-of-defence', /Two Armenian Su-25 aircraft were shot down/],
    ['armenian-officials', /"disinformation"/],
    ['associated-press', /inside Azerbaijan, .* since 1994/],
    ['associated-press', /began on 27 September involves .* heavy artillery, rockets and drones/],
    ['associated-press', /largest flare-up .* 25 years/],
    ['associated-press', /hundreds and perhaps thousands/],
    ['nk-authorities', /1,119 soldiers and 39 civilians/],
    ['associated-press', /not disclosed their military losses/],
    ['azerbaijan-authorities', /90 civilians and wounded 392/],
    ['vladimir-putin', /nearing 5,000/],
    ['associated-press', /much higher than the totals/],
    [
      'associated-press',
      /Fighting continued although other states urged peace and a ceasefire had been tried three times/,
    ],
    ['associated-press', /began to fray at once; the two truces that Russia negotiated before had done the same/],
    ['associated-press', /each side kept accusing the other of breaking it/],
    ['associated-press', /co-chair/i],
    ['associated-press', /Geneva/],
    ['ilham-aliyev', /Armenian forces must withdraw from Nagorno-Karabakh/],
    ['ilham-aliyev', /entitled to retake the land by force after mediators failed/],
  ])('%s: %s', (by, words) => {
    const found = [...chronicle.claims.values()].filter(
      (claim) => claim.by.includes(by) && claim.sources.includes(seed) && words.test(claim.says),
    );
    expect(found.length).toBeGreaterThan(0);
  });

  test('denials stand beside what they deny', () => {
    const answers = (key: string) => chronicle.answers.get(key)?.map((answer) => `${answer.kind} ${answer.by}`);
    expect(answers('2020-10-29-fifth-week-of-fighting#aviation')).toContain(
      'denies 2020-10-29-fifth-week-of-fighting#no-aviation',
    );
    expect(answers('2020-10-29-two-su-25-downing-claim#two-su-25-downed')).toContain(
      'denies 2020-10-29-two-su-25-downing-claim#disinformation',
    );
  });
});

describe('the figures of the seed article', () => {
  test.each([
    ['nk-authorities', '1119', 'killed', 'military', 'armenian', '2020-10-29'],
    ['nk-authorities', '39', 'killed', 'civilians', 'armenian', '2020-10-29'],
    ['azerbaijan-authorities', '90', 'killed', 'civilians', 'azerbaijan', '2020-10-29'],
    ['azerbaijan-authorities', '392', 'wounded', 'civilians', 'azerbaijan', '2020-10-29'],
    ['vladimir-putin', '~5000', 'killed', 'all', 'all', '2020-10-22'],
    ['azerbaijan-ministry-of-defence', '2', 'downed', 'aircraft', 'armenian', '2020-10-29'],
  ])('%s: %s %s, %s, %s', (by, count, of, who, side, asOf) => {
    const found = [...chronicle.figures.values()].filter(
      (figure) => figure.by.includes(by) && figure.sources.includes(seed) && figure.asOf.edtf === asOf,
    );
    expect(found.map((figure) => [figure.count.text, figure.of, figure.who, figure.side])).toContainEqual([
      count,
      of,
      who,
      side,
    ]);
  });
});

test('the three truces have entries', () => {
  const ceasefires = [...chronicle.entries.values()].filter(
    (entry) => entry.kind === 'ceasefire' && entry.date.start >= '2020-10-09' && entry.date.start <= '2020-10-26',
  );
  expect(ceasefires.map((entry) => entry.title).join('\n')).toMatch(/Moscow[\s\S]*US-brokered/);
  expect(ceasefires.length).toBeGreaterThanOrEqual(3);
});

test('the seed source names its agency and both contributing writers', () => {
  expect(chronicle.sources.get(seed)).toMatchObject({
    publisher: 'The Independent',
    agency: ['Associated Press'],
    author: ['Daria Litvinova', 'Aida Sultanova'],
    issued: { edtf: '2020-10-29' },
  });
});
