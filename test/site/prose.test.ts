import { expect, test } from 'vitest';
import { openTree } from '../../src/core/markdown/packed-body.ts';
import { plainText } from '../../src/core/markdown/parse-body.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';
import { makeWords } from '../bench/prose.ts';
import { createRandom } from '../bench/random.ts';

test('made words are as frequent, and as many different ones, as those of the real content', async () => {
  const real = await listWords();
  const made = describeWords(makeWords(createRandom(1), real.length).split(' '));
  for (const [name, value] of Object.entries(describeWords(real))) {
    const ratio = (made[name] ?? 0) / value;
    expect([name, ratio > 0.75 && ratio < 1.33]).toEqual([name, true]);
  }
});

async function listWords(): Promise<string[]> {
  const { chronicle } = await readChronicle(readSettings({}), false);
  const texts = [...chronicle.entries.values()].flatMap(({ path, title, summary, claims }) => {
    const body = chronicle.prose.get(path);
    return [title, summary, ...claims.map((claim) => claim.says), body ? plainText(openTree(body)) : ''];
  });
  return (
    texts
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

/** Returns the shares of words by rank, and how many different ones there are. */
function describeWords(words: readonly string[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  const shares = [...counts.values()].sort((a, b) => b - a).map((count) => count / words.length);
  const first = (count: number) => shares.slice(0, count).reduce((sum, share) => sum + share, 0);
  return {
    different: counts.size,
    beginnings: new Set([...counts.keys()].map((word) => word.slice(0, 3))).size,
    ...Object.fromEntries([1, 10, 100, 1000].map((rank) => [`rank ${rank}`, shares[rank - 1] ?? 0])),
    'first 100': first(100),
    'first 1000': first(1000),
  };
}
