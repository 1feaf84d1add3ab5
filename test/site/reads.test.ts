import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { isValue, type PackedRead, ReadTable } from '../../src/core/read-table.ts';
import { recordReads } from '../../src/core/reads.ts';
import { listParts, trackContext } from '../../src/core/track-reads.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { ReadDigests } from '../../src/site/read-digests.ts';
import { readSettings } from '../../src/site/settings.ts';
import { createRandom } from '../bench/random.ts';
import { Author } from '../soak/author.ts';
import { allViews } from '../support/all-views.ts';
import { tempFolder } from '../support/temp-folder.ts';

const edits = 250;

interface Snapshot {
  readonly digests: ReadDigests;
  readonly reads: readonly PackedRead[];
  readonly views: ReadonlyMap<string, { readonly json: string; readonly reads: readonly number[] }>;
}

// Views are made in another order each time, for those made first work out what others only recall.
function take(raw: ViewContext, isReversed: boolean): Snapshot {
  const context = trackContext(raw);
  const table = new ReadTable();
  const all = [...allViews(context)];
  const views = (isReversed ? all.reverse() : all).map(([name, make]) => {
    const { value, reads } = recordReads(() => JSON.stringify(make(context)));
    return [name, { json: value, reads: table.addAll(reads) }] as const;
  });
  return { digests: new ReadDigests(listParts(raw)), reads: table.packed, views: new Map(views) };
}

test('a page whose reads are what they were is what it was', async () => {
  const folder = await tempFolder();
  await cp('test/fixtures/sound/content', join(folder, 'content'), { recursive: true });
  const settings = readSettings({ CHRONICLE_CONTENT: join(folder, 'content'), CHRONICLE_HISTORY: 'off' });
  const author = await Author.of(settings, createRandom(20201110));
  let last: Snapshot | undefined;
  const counts = { same: 0, other: 0 };
  const stale: string[] = [];
  for (let number = 1; number <= edits; number += 1) {
    const { what, truth } = await author.act(number);
    if (!truth.context) continue;
    const now = take(truth.context, number % 2 === 0);
    const changed: boolean[] = [];
    for (const read of last?.reads ?? [])
      changed.push(
        isValue(read) ? last?.digests.of(...read) !== now.digests.of(...read) : read.some((member) => changed[member]),
      );
    for (const [name, before] of last?.views ?? []) {
      const after = now.views.get(name);
      if (!after) continue;
      const isSame = after.json === before.json;
      const isKept = !before.reads.some((read) => changed[read]);
      counts[isKept ? 'same' : 'other'] += 1;
      if (isKept && !isSame) stale.push(`${what}: ${name}`);
    }
    last = now;
  }
  expect(stale).toEqual([]);
  expect(counts.same).toBeGreaterThan(counts.other);
  expect(counts.other).toBeGreaterThan(edits);
}, 300_000);
