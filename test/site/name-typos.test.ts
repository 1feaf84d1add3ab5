import { expect, test } from 'vitest';
import { NameFinder } from '../../src/client/names.ts';
import { expandNames } from '../../src/core/name-rows.ts';
import { nameFile } from '../../src/core/outputs/name-file.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readSettings } from '../../src/site/settings.ts';
import { createRandom, type Random } from '../bench/random.ts';

const shortest = 5;
const sampled = 300;

/** Ways to mistype a name at a letter that is neither its first nor its last. */
const typos: Record<string, (name: string, at: number, letter: string) => string> = {
  'a letter missing': (name, at) => name.slice(0, at) + name.slice(at + 1),
  'a wrong letter': (name, at, letter) => name.slice(0, at) + letter + name.slice(at + 1),
  'a letter more': (name, at, letter) => name.slice(0, at) + letter + name.slice(at),
  'two letters swapped': (name, at) =>
    name.slice(0, at) + name.slice(at + 1, at + 2) + name.charAt(at) + name.slice(at + 2),
};

const rows = expandNames(nameFile(await readChronicle(readSettings({}), false)));

test.each(Object.entries(typos))('the names of the content, in every script, are found with %s', (what, misspell) => {
  const finder = new NameFinder(rows);
  const random = createRandom(1);
  const forms = rows.filter((row) => row.what !== 'Day').flatMap((row) => row.forms);
  const chosen = random.some(
    forms.filter((form) => form.length >= shortest),
    sampled,
  );
  const ranks = chosen.map((form) => {
    const text = misspell(form, 1 + random.below(form.length - 2), pickLetter(random, form));
    const bearers = rows.filter((row) => row.forms.includes(form)).map((row) => row.href);
    return finder.find(text).findIndex(({ href }) => bearers.includes(href));
  });
  const share = (limit: number) => ranks.filter((rank) => rank >= 0 && rank < limit).length / ranks.length;
  console.error(`${what}: ${ranks.length} names, first ${share(1).toFixed(3)}, among five ${share(5).toFixed(3)}`);
  expect(share(1)).toBeGreaterThanOrEqual(0.95);
  expect(share(5)).toBeGreaterThanOrEqual(0.99);
});

function pickLetter(random: Random, name: string): string {
  return random.pick(/[a-z]/.test(name) ? [...'abcdefghijklmnopqrstuvwxyz'] : [...name.replaceAll(' ', '')]);
}
