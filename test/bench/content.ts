import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { addDays, countDays } from '../../src/core/days.ts';
import { entryKinds, figureMeasures } from '../../src/core/schema.ts';
import { compareText } from '../../src/core/messages.ts';
import { makeParagraph, makeSentence, makeWord, makeWords } from './prose.ts';
import { createRandom, type Random } from './random.ts';

/** A file of made content: its path from the content folder, and its text. */
export interface MadeFile {
  readonly path: string;
  readonly text: string;
}

interface World {
  readonly random: Random;
  readonly actors: readonly { readonly id: string; readonly name: string }[];
  readonly speakers: readonly string[];
  readonly places: readonly { readonly id: string; readonly name: string }[];
  readonly sources: readonly string[];
  readonly entries: readonly { readonly id: string; readonly day: string }[];
}

const first = '1988-02-13';
const last = '2023-12-31';
const focus = { from: '2020-09-27', to: '2020-11-10' };
/** The share of entries that lie in the focus period. */
const focusShare = 0.1;
const scripts = { hy: 0x561, ru: 0x430 } as const;
const sides = ['armenian', 'azerbaijan', 'third-party'] as const;

/**
 * Makes the files of a chronicle of so many entries, the same for the same number: as many sources, an actor and a place
 * for every fifty entries beside a fixed stock, and prose of about 4 kB with citations and links.
 */
export function* makeContent(count: number): Generator<MadeFile> {
  const world = makeWorld(count);
  yield { path: 'chronicle.yml', text: stringify(config) };
  for (const [index, id] of world.sources.entries()) yield makeSource(world, id, index);
  for (const [index, actor] of world.actors.entries()) yield makeActor(world, actor, index);
  for (const [index, place] of world.places.entries()) yield makePlace(world, place, index);
  for (const page of ['about', 'contribute', 'methodology', 'names']) yield makePage(world, page);
  for (const index of world.entries.keys()) yield makeEntry(world, index);
}

/** Writes made content into a folder. */
export async function writeContent(folder: string, files: Iterable<MadeFile>): Promise<void> {
  const made = new Set<string>();
  for (const { path, text } of files) {
    const target = join(folder, path);
    if (!made.has(dirname(target))) await mkdir(dirname(target), { recursive: true });
    made.add(dirname(target));
    await writeFile(target, text);
  }
}

const config = {
  title: 'Made Chronicle',
  tagline: 'Made text for measuring, about nothing',
  scope: 'Every word, name and number in it is made by a program. It stands for no event.',
  focus: { ...focus, name: 'the made period' },
  sides: [
    { id: 'armenian', name: 'First side' },
    { id: 'azerbaijan', name: 'Second side' },
  ],
  'time-zone': 'UTC',
  licence: { name: 'CC0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  site: 'https://made.example',
};

function makeWorld(count: number): World {
  const random = createRandom(count);
  const record = (prefix: string, index: number) => ({
    id: `${prefix}-${index + 1}`,
    name: `${capital(makeWord(random))} ${capital(makeWord(random))} ${index + 1}`,
  });
  const actors = Array.from({ length: 60 + Math.floor(count / 50) }, (_, index) => record('actor', index));
  const length = countDays(first, last);
  const days = Array.from({ length: count }, () =>
    random.chance(focusShare)
      ? addDays(focus.from, random.below(countDays(focus.from, focus.to) + 1))
      : addDays(first, random.below(length + 1)),
  ).sort(compareText);
  return {
    random,
    actors,
    // The few that speak most, as in life.
    speakers: actors.slice(0, 24).map((actor) => actor.id),
    places: Array.from({ length: 60 + Math.floor(count / 50) }, (_, index) => record('place', index)),
    sources: Array.from({ length: count }, (_, index) => `source-${index + 1}`),
    entries: days.map((day, index) => ({ id: `${day}-made-entry-${index + 1}`, day })),
  };
}

function makeSource({ random, entries }: World, id: string, index: number): MadeFile {
  const publisher = random.below(80);
  const issued = random.chance(0.9) ? addDays(entries[index]?.day ?? first, random.below(3)) : undefined;
  return record('sources', id, {
    title: capital(makeWords(random, 6)),
    type: 'article-newspaper',
    publisher: `Paper ${publisher + 1}`,
    ...(random.chance(0.3) ? { agency: `Agency ${random.below(8) + 1}` } : {}),
    ...(issued === undefined ? {} : { issued }),
    language: random.pick(['en', 'ru', 'az', 'hy']),
    url: `https://paper.example/${id}`,
    ...(random.chance(0.4)
      ? { archive: `https://archive.example/${id}` }
      : { 'archive-missing': 'No copy was recorded.' }),
    class: ['agency', 'newspaper', 'ngo', 'official'][publisher % 4],
    // One in ten belongs to a side.
    party: ['armenian', 'azerbaijan'][publisher % 20] ?? 'none',
  });
}

function makeActor({ random, sources }: World, actor: World['actors'][number], index: number): MadeFile {
  return record('actors', actor.id, {
    names: [{ text: actor.name, lang: 'en' }, ...foreignNames(random)],
    kind: random.pick(['ministry', 'armed-force', 'media', 'ngo']),
    side: sides[index % sides.length],
    sources: [random.pick(sources)],
  });
}

function makePlace({ random, sources }: World, place: World['places'][number], index: number): MadeFile {
  const [source] = random.some(sources, 1);
  const at = [39 + random.below(2_000) / 1_000, 45 + random.below(4_000) / 1_000];
  return record('places', place.id, {
    names: [{ text: place.name, lang: 'en' }, ...foreignNames(random)],
    kind: index === 0 ? 'region' : random.pick(['city', 'town', 'village']),
    ...(random.chance(0.7) ? { coordinates: { at, precision: 'settlement', source } } : {}),
    within: index === 0 ? [] : ['place-1'],
    sources: [source],
  });
}

function makePage({ random }: World, id: string): MadeFile {
  const data = { title: capital(makeWords(random, 2)), summary: makeSentence(random) };
  return record('pages', id, data, `${makeParagraph(random, 4)}\n`);
}

function makeEntry(world: World, index: number): MadeFile {
  const { random } = world;
  const { id, day } = world.entries[index] ?? { id: '', day: first };
  // Its own and a few that came later.
  const later = world.sources.slice(index + 1, index + 200);
  const cited = [world.sources[index] ?? '', ...random.some(later, 3)];
  const places = random.some(world.places, 2);
  const actors = random.some(world.actors, 2);
  const earlier = index === 0 ? undefined : world.entries[random.below(index)];
  const claims = makeClaims(world, cited, earlier?.id);
  const data = {
    title: capital(makeWords(random, 8)).slice(0, 90),
    date: day,
    kind: random.pick(entryKinds),
    summary: makeSentence(random).slice(0, 280),
    places: places.map((place) => place.id),
    actors: actors.map((actor) => actor.id),
    sources: cited,
    claims,
    figures: makeFigures(world, day, cited),
    ...(earlier && random.chance(0.3) ? { related: [{ follows: earlier.id }] } : {}),
  };
  const folder = `entries/${day.slice(0, 4)}/${day.slice(5, 7)}`;
  return {
    path: `${folder}/${id}.md`,
    text: `---\n${stringify(data)}---\n${makeBody(world, cited, [...places, ...actors], earlier)}`,
  };
}

function makeClaims({ random, speakers, actors }: World, cited: readonly string[], earlier: string | undefined) {
  return Array.from({ length: 2 + random.below(4) }, (_, index) => ({
    id: `claim-${index + 1}`,
    by: random.chance(0.7) ? random.pick(speakers) : random.pick(actors).id,
    ...(index > 0 && random.chance(0.4) ? { denies: `claim-${random.below(index) + 1}` } : {}),
    ...(index === 0 && earlier !== undefined && random.chance(0.1) ? { disputes: `${earlier}#claim-1` } : {}),
    says: makeSentence(random),
    ...(random.chance(0.5) ? { about: [random.pick(speakers)] } : {}),
    sources: random.some(cited, 1 + random.below(2)),
  }));
}

function makeFigures({ random, speakers }: World, day: string, cited: readonly string[]) {
  return Array.from({ length: random.below(3) }, (_, index) => ({
    id: `figure-${index + 1}`,
    by: random.pick(speakers.slice(0, 12)),
    count: 1 + random.below(900),
    of: random.pick(figureMeasures.slice(0, 3)),
    who: random.pick(['military', 'civilians']),
    side: random.pick(['armenian', 'azerbaijan']),
    ...(day >= focus.from && random.chance(0.5) ? { since: focus.from } : {}),
    sources: random.some(cited, 1),
  }));
}

function makeBody(
  { random }: World,
  cited: readonly string[],
  named: readonly { readonly name: string }[],
  earlier: World['entries'][number] | undefined,
): string {
  const parts: string[] = [];
  for (let paragraph = 0; paragraph < 7; paragraph += 1) {
    if (paragraph === 3) parts.push(`## ${capital(makeWords(random, 3))}`);
    const name = named[paragraph]?.name;
    const mention = name === undefined ? '' : ` It was said in ${name} that ${makeWords(random, 5)}.`;
    parts.push(`${makeParagraph(random, 5)}${mention} [@${random.pick(cited)}${paragraph === 2 ? ', p. 4' : ''}]`);
  }
  const [own = ''] = cited;
  parts.push(`- ${makeSentence(random)}\n- *${makeWords(random, 2)}* ${makeSentence(random)} [@${own}]`);
  if (earlier) {
    const folder = `../../${earlier.day.slice(0, 4)}/${earlier.day.slice(5, 7)}`;
    parts.push(`See [an earlier day](${folder}/${earlier.id}.md). [@${own}]`);
  }
  return `${parts.join('\n\n')}\n`;
}

function foreignNames(random: Random) {
  return (['hy', 'ru'] as const).map((lang) => ({
    text: Array.from({ length: 8 }, () => String.fromCodePoint(scripts[lang] + random.below(30))).join(''),
    lang,
  }));
}

function record(folder: string, id: string, data: object, body = ''): MadeFile {
  return { path: `${folder}/${id}.md`, text: `---\n${stringify(data)}---\n${body}` };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
