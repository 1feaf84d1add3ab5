import { describe, expect, test } from 'vitest';
import { formatRegister } from '../../src/core/address-register.ts';
import { listDue, listLinks, listUnsaved } from '../../src/core/link-plan.ts';
import { addFinding, isDead, type LinkFinding, type LinkStatus } from '../../src/core/link-status.ts';
import { redirectsFile } from '../../src/core/outputs/redirects.ts';
import { listPermanentAddresses } from '../../src/core/permanent-addresses.ts';
import { soundContext } from '../support/sound-context.ts';

const check = (findings: readonly (readonly [string, LinkFinding['state']])[]) =>
  findings.reduce<LinkStatus | undefined>((before, [day, state]) => addFinding(before, { state }, day), undefined);

describe('the state of a link over several checks', () => {
  test.each([
    [[['2026-01-01', 'gone']], 1, false],
    [
      [
        ['2026-01-01', 'gone'],
        ['2026-01-01', 'gone'],
      ],
      1,
      false,
    ],
    [
      [
        ['2026-01-01', 'gone'],
        ['2026-01-08', 'gone'],
      ],
      2,
      true,
    ],
    [
      [
        ['2026-01-01', 'gone'],
        ['2026-01-08', 'live'],
        ['2026-01-15', 'gone'],
      ],
      1,
      false,
    ],
    [
      [
        ['2026-01-01', 'failing'],
        ['2026-01-08', 'failing'],
      ],
      2,
      false,
    ],
    [
      [
        ['2026-01-01', 'failing'],
        ['2026-01-08', 'failing'],
        ['2026-01-15', 'failing'],
      ],
      3,
      true,
    ],
    [
      [
        ['2026-01-01', 'refused'],
        ['2026-01-08', 'refused'],
        ['2026-01-15', 'refused'],
      ],
      3,
      false,
    ],
  ] as const)('%j: %i checks in a row, dead: %s', (findings, checks, dead) => {
    const status = check(findings);
    expect([status?.checks, isDead(status)]).toEqual([checks, dead]);
  });
});

test('links that were never checked come first, then those checked longest ago', async () => {
  const { chronicle } = await soundContext();
  const links = listLinks(chronicle);
  expect(links.map((link) => link.address)).toEqual([
    'https://archive.example/shelling',
    'https://gazetteer.example',
    'https://paper.example/shelling',
  ]);
  const known = new Map(
    [
      ['https://archive.example/shelling', '2026-01-02'],
      ['https://paper.example/shelling', '2026-01-01'],
    ].map(([address, day]) => [address ?? '', addFinding(undefined, { state: 'live' }, day ?? '')]),
  );
  expect(listDue(links, known, '2026-01-03').map((link) => link.address)).toEqual([
    'https://gazetteer.example',
    'https://paper.example/shelling',
    'https://archive.example/shelling',
  ]);
  expect(listDue(links, known, '2026-01-02').map((link) => link.address)).toEqual([
    'https://gazetteer.example',
    'https://paper.example/shelling',
  ]);
});

test('only sources that are gone and have no archived copy need one', async () => {
  const { chronicle } = await soundContext();
  const gone = addFinding(undefined, { state: 'gone' }, '2026-01-01');
  const links = new Map([
    ['https://gazetteer.example', gone],
    ['https://paper.example/shelling', gone],
  ]);
  expect(listUnsaved({ sources: chronicle.sources, links }).map((source) => source.id)).toEqual(['gazetteer']);
});

describe('addresses that stay', () => {
  test('are those of records, days and the site, by date and by id, earlier ones too', async () => {
    const { chronicle } = await soundContext();
    const text = formatRegister(listPermanentAddresses(chronicle));
    await expect(text).toMatchFileSnapshot('../fixtures/sound/addresses.txt');
  });

  test('earlier ones are redirects for hosts that read them from a file, under the base path', async () => {
    const rows = redirectsFile(await soundContext('/repo/')).split('\n');
    expect(rows.slice(0, 3)).toEqual([
      '/repo/2020/10/02/old-shelling/ /repo/2020/10/02/shelling/ 301',
      '/repo/id/2020-10-02-old-shelling/ /repo/2020/10/02/shelling/ 301',
      '/repo/id/1994-earlier-war/ /repo/1994/earlier-war/ 301',
    ]);
  });
});
