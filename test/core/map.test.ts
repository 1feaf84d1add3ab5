import { describe, expect, test } from 'vitest';
import { boxOf, placeLabels } from '../../src/core/map/place-labels.ts';
import { createProjection, mapExtent, mapSize, projectPlace } from '../../src/core/map/projection.ts';
import { mapFile } from '../../src/core/outputs/map-file.ts';
import { mapMarks, mapView } from '../../src/core/views/map.ts';
import { insetView } from '../../src/core/views/map-inset.ts';
import { timelineView } from '../../src/core/views/timeline.ts';
import { loadMapData } from '../../src/site/map-data.ts';
import { soundContext } from '../support/sound-context.ts';

const bounds = { left: 0, top: 0, right: 1000, bottom: 700 };

describe('projection', () => {
  const projection = createProjection();

  test('north is up, east is right, and the extent lies inside', () => {
    const { west, south, east, north } = mapExtent;
    const [x, y] = projectPlace(projection, [(south + north) / 2, (west + east) / 2]) ?? [];
    expect(x).toBeCloseTo(mapSize.width / 2, 0);
    expect(y).toBeGreaterThan(mapSize.height * 0.4);
    const [eastX = 0] = projectPlace(projection, [40, 49]) ?? [];
    const [westX = 0] = projectPlace(projection, [40, 45]) ?? [];
    expect(eastX).toBeGreaterThan(westX);
    const [, northY = 0] = projectPlace(projection, [41, 47]) ?? [];
    const [, southY = 0] = projectPlace(projection, [39, 47]) ?? [];
    expect(northY).toBeLessThan(southY);
  });

  test('what lies outside has no point', () => {
    expect(projectPlace(projection, [55.75, 37.62])).toBeUndefined();
    expect(projectPlace(projection, [38.9, -77])).toBeUndefined();
  });
});

describe('labels', () => {
  test('take the first side with room, and none cover a mark, each other or the edge', () => {
    const requests = [
      { id: 'a', text: 'First', x: 100, y: 100, radius: 5 },
      { id: 'b', text: 'Beside', x: 120, y: 100, radius: 5 },
      { id: 'edge', text: 'At the edge', x: 990, y: 300, radius: 5 },
    ];
    const placed = placeLabels(requests, bounds, 13);
    expect(placed.map(({ id, anchor }) => [id, anchor])).toEqual([
      ['a', 'end'],
      ['b', 'start'],
      ['edge', 'end'],
    ]);
    const boxes = placed.map((label) => boxOf(label, 13));
    for (const [index, box] of boxes.entries())
      for (const other of boxes.slice(index + 1))
        expect(
          box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom,
        ).toBe(false);
  });

  test('one without room is left out', () => {
    const crowd = Array.from({ length: 60 }, (_, index) => ({
      id: String(index),
      text: 'A long name',
      x: 500,
      y: 300 + (index % 3),
      radius: 4,
    }));
    const placed = placeLabels(crowd, bounds, 13);
    expect(placed.length).toBeLessThan(60);
  });
});

describe('map of the sound fixture', () => {
  test('marks, names by language, and the table with what is missing', async () => {
    const view = mapView(await soundContext(), await loadMapData());
    expect(view.marks.map(({ id, entries, isVague, label }) => ({ id, entries, isVague, label })))
      .toMatchInlineSnapshot(`
      [
        {
          "entries": 2,
          "id": "bridge-town",
          "isVague": false,
          "label": "Bridge Town: 2 entries",
        },
      ]
    `);
    expect(view.languages.map(({ lang, labels }) => [lang, labels.map((label) => label.text)])).toMatchInlineSnapshot(`
      [
        [
          "en",
          [
            "Bridge Town",
          ],
        ],
        [
          "hy",
          [
            "Կամուրջ",
          ],
        ],
        [
          "az",
          [
            "Körpüşəhər",
          ],
        ],
        [
          "ru",
          [
            "Bridge Town",
          ],
        ],
      ]
    `);
    expect(view.rows.map(({ text, entries, missing }) => [text, entries, missing])).toMatchInlineSnapshot(`
      [
        [
          "Bridge Town",
          2,
          "",
        ],
        [
          "The Valley",
          1,
          "no coordinates found",
        ],
      ]
    `);
  });

  test('the base has land, water, borders and the two reference lines, and no area of a side', async () => {
    const { base } = mapView(await soundContext(), await loadMapData());
    for (const layer of [base.land, base.lakes, base.rivers, base.boundaries, base.ceasefire, base.oblast])
      expect(layer).toMatch(/^M[\d.,LMZ-]+$/);
    expect(base.ceasefire).not.toContain('Z');
    expect(base.oblast).not.toContain('Z');
  });

  test('an inset holds its marks; places off the map have none', async () => {
    const context = await soundContext();
    const [mark] = mapMarks(context);
    const inset = insetView(context, [mark?.id ?? '']);
    const [left = 0, top = 0, width = 0, height = 0] = inset?.viewBox.split(' ').map(Number) ?? [];
    expect(mark && mark.x > left && mark.x < left + width && mark.y > top && mark.y < top + height).toBe(true);
    expect(insetView(context, ['the-valley'])).toBeUndefined();
  });

  test('the file of entries names days, kinds and places', async () => {
    const file = mapFile(await soundContext());
    expect(file.days).toEqual(['2020-10-01', '2020-10-02', '2020-10-03', '2020-10-04']);
    expect(file.entries.map(({ href, kind, from, to, places }) => ({ href, kind, from, to, places })))
      .toMatchInlineSnapshot(`
      [
        {
          "from": 1,
          "href": "/2020/10/02/shelling/",
          "kind": "strike",
          "places": [
            "bridge-town",
          ],
          "to": 1,
        },
        {
          "from": 2,
          "href": "/2020/10/03/truce/",
          "kind": "ceasefire",
          "places": [
            "bridge-town",
          ],
          "to": 3,
        },
      ]
    `);
  });
});

test('the timeline holds every day, with entries on their first', async () => {
  const view = timelineView(await soundContext());
  expect(
    view.months.flatMap((month) =>
      month.days.map((day) => [day.machine, day.entries.map((entry) => [entry.text, entry.remark, entry.span])]),
    ),
  ).toMatchInlineSnapshot(`
    [
      [
        "2020-10-01",
        [],
      ],
      [
        "2020-10-02",
        [
          [
            "Sides accuse each other of shelling Bridge Town",
            "4 claims, 1 contested",
            undefined,
          ],
        ],
      ],
      [
        "2020-10-03",
        [
          [
            "Truce agreed",
            "2 claims",
            "3 to 4 October 2020",
          ],
        ],
      ],
      [
        "2020-10-04",
        [],
      ],
    ]
  `);
});
