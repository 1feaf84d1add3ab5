import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Random } from '../bench/random.ts';

/** What an author does to the content: changes files of a folder, whatever becomes of it. */
interface Edit {
  readonly name: string;
  /** How often it is done, beside the others. */
  readonly weight: number;
  apply(folder: Folder, random: Random, number: number): Promise<void>;
}

/** A content folder as an author sees it. */
class Folder {
  readonly root: string;

  constructor(root: string) {
    this.root = root;
  }

  /** Returns the paths of records, those of entries alone if asked; always in the same order. */
  async list(start = ''): Promise<string[]> {
    const names = await readdir(this.root, { recursive: true });
    return names.filter((name) => name.startsWith(start) && name.endsWith('.md') && !name.startsWith('.')).sort();
  }

  read(path: string): Promise<string> {
    return readFile(join(this.root, path), 'utf8');
  }

  async write(path: string, content: string | Uint8Array): Promise<void> {
    await mkdir(dirname(join(this.root, path)), { recursive: true });
    await writeFile(join(this.root, path), content);
  }

  /** Writes as many editors do: another file first, which then takes the place. */
  async replace(path: string, content: string): Promise<void> {
    const beside = join(this.root, `${path}~`);
    await writeFile(beside, content);
    await rename(beside, join(this.root, path));
  }

  async move(path: string, target: string): Promise<void> {
    await mkdir(dirname(join(this.root, target)), { recursive: true });
    await rename(join(this.root, path), join(this.root, target));
  }

  remove(path: string): Promise<void> {
    return rm(join(this.root, path), { recursive: true });
  }
}

const actors = ['north-ministry', 'south-ministry', 'observer'];
const words = ['Bridge Town', 'Körpüşəhər', 'a & b', 'the <valley>', 'Ministry of North', 'Мост'];
/** How many entries there are before more of them go than come. */
const crowd = 14;

const newEntry = (random: Random, number: number) => {
  const id = `2020-10-0${1 + random.below(4)}-edit-${number}`;
  const text = `---
title: Entry ${number}
date: ${id.slice(0, 10)}
kind: ${random.pick(['statement', 'strike', 'diplomacy'])}
summary: Somebody said ${number}.
places: [${random.pick(['bridge-town', 'valley'])}]
sources: [wire]
claims:
  - id: said
    by: ${random.pick(actors)}
    says: It was ${number}.
    sources: [wire]
---
They spoke of ${random.pick(words).replace('<', '\\<')}.[@wire]
`;
  return { path: `entries/2020/10/${id}.md`, text };
};

/** Faults that a check finds, each with what becomes of a record's text. */
const faults: readonly ((text: string) => string | Uint8Array)[] = [
  (text) => text.replace(/^sources: .*$/m, 'sources: [wyre]'),
  (text) => text.replace('---\n', '---\nunknown: true\n'),
  (text) => text.replace('---\n', '---\ntitle: [\n'),
  (text) => `${text}\n<script>alert(1)</script>\n`,
  (text) => `${text}\n[Gone](nowhere.md)\n`,
  (text) => text.replace(/\n---\n[\s\S]*$/, ''),
  (text) => Buffer.concat([Buffer.from(text), Buffer.from([0xc3, 0x28])]),
  () => '',
];

const edits: readonly Edit[] = [
  {
    name: 'a title',
    weight: 6,
    apply: async (folder, random, number) => {
      const path = random.pick(await folder.list('entries'));
      const title = `title: "Title ${number}, ${random.pick(words)}"`;
      const text = (await folder.read(path)).replace(/^title: .*$/m, () => title);
      await (random.chance(0.5) ? folder.write(path, text) : folder.replace(path, text));
    },
  },
  {
    name: 'a sentence',
    weight: 4,
    apply: async (folder, random, number) => {
      const path = random.pick(await folder.list());
      await folder.write(path, `${await folder.read(path)}\nSentence ${number}.\n`);
    },
  },
  {
    name: 'a name',
    weight: 3,
    apply: async (folder, random, number) => {
      const path = random.pick([...(await folder.list('actors')), ...(await folder.list('places'))]);
      const text = (await folder.read(path)).replace(/text: [^,]+/, `text: Name ${number}`);
      await folder.replace(path, text);
    },
  },
  {
    name: 'the title of the chronicle',
    weight: 1,
    apply: async (folder, _random, number) =>
      folder.write(
        'chronicle.yml',
        (await folder.read('chronicle.yml')).replace(/^title: .*$/m, `title: Chronicle ${number}`),
      ),
  },
  {
    name: 'a new entry',
    weight: 5,
    apply: async (folder, random, number) => {
      const { path, text } = newEntry(random, number);
      await folder.write(path, text);
    },
  },
  {
    name: 'a new actor',
    weight: 1,
    apply: (folder, random, number) =>
      folder.write(
        `actors/actor-${number}.md`,
        `---\nnames: [{text: Actor ${number}, lang: en}]\nkind: ${random.pick(['person', 'media'])}\nside: third-party\n---\n`,
      ),
  },
  {
    name: 'another name for an entry',
    weight: 4,
    apply: async (folder, random, number) => {
      const path = random.pick(await folder.list('entries'));
      const day = /^\d{4}(?:-\d\d){0,2}/.exec(basename(path))?.[0] ?? '2020';
      await folder.move(path, `${dirname(path)}/${day}-moved-${number}.md`);
    },
  },
  {
    name: 'another name for a record',
    weight: 1,
    apply: async (folder, random, number) => {
      const path = random.pick((await folder.list()).filter((item) => !item.startsWith('entries')));
      await folder.move(path, `${dirname(path)}/moved-${number}.md`);
    },
  },
  {
    name: 'another name for a folder',
    weight: 1,
    apply: async (folder, random, number) => {
      const year = dirname(dirname(random.pick(await folder.list('entries/2'))));
      await folder.move(year, random.pick([`entries/2${number}`, `.entries-${number}`]));
    },
  },
  {
    name: 'an entry gone',
    weight: 4,
    apply: async (folder, random) => {
      const made = (await folder.list('entries')).filter((path) => /-(?:edit|moved)-\d+\.md$/.test(path));
      await folder.remove(random.pick(made.length > 0 ? made : await folder.list('entries')));
    },
  },
  {
    name: 'any record gone',
    weight: 1,
    apply: async (folder, random) => folder.remove(random.pick(await folder.list())),
  },
  {
    name: 'a fault',
    weight: 7,
    apply: async (folder, random) => {
      const path = random.pick(await folder.list());
      await folder.write(path, random.pick(faults)(await folder.read(path)));
    },
  },
  {
    name: 'a fault in the settings',
    weight: 1,
    apply: async (folder) =>
      folder.write('chronicle.yml', (await folder.read('chronicle.yml')).replace(/^sides:/m, 'syde:')),
  },
];

/** Does one thing to a content folder, or several at once as a change of branch does; returns what it was. */
export async function editAtRandom(root: string, random: Random, number: number): Promise<string> {
  const folder = new Folder(root);
  const count = random.chance(0.1) ? 2 + random.below(5) : 1;
  const names: string[] = [];
  for (let index = 0; index < count; index += 1) {
    const edit = pickByWeight(choose((await folder.list('entries/2')).length), random);
    await edit.apply(folder, random, number * 10 + index);
    names.push(edit.name);
  }
  return names.join(' + ');
}

// Where the folder of the entries is gone, there is nothing to pick from until one is made.
function choose(entryCount: number): Edit[] {
  return edits.filter(({ name }) => {
    const isNew = name.startsWith('a new');
    return entryCount === 0 ? isNew : !(isNew && entryCount > crowd);
  });
}

function pickByWeight(choice: readonly Edit[], random: Random): Edit {
  return random.pick(choice.flatMap((edit) => Array.from({ length: edit.weight }, () => edit)));
}
