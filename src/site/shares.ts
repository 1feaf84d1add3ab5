import { cp, mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { BuildRefusal } from './build-refusal.ts';
import { Folders } from './folders.ts';
import { takeOver } from './last-output.ts';
import { formatShare, parseShare, shareFolder, type ShareName } from './share-name.ts';

/** What all shares of a build have in common. */
export interface ShareOrigin {
  /** A digest of the code and of the settings. */
  readonly code: string;
  /** A digest of the content and of its past. */
  readonly content: string;
}

const noteName = 'share.json';
const pagesName = 'pages';
const indexName = 'index';

/** A folder that one share of a build is written into. */
export interface ShareTarget {
  readonly pages: string;
  /** Adds a part of the search index. */
  addPart(folder: string): Promise<void>;
  /** Says that all of it is there. */
  finish(): Promise<void>;
}

/** Opens the folder of a share, in place of an old one; it counts once it is finished. */
export async function openShare(out: string, share: ShareName, origin: ShareOrigin): Promise<ShareTarget> {
  const folder = shareFolder(out, share);
  await rm(folder, { recursive: true, force: true });
  await mkdir(join(folder, pagesName), { recursive: true });
  await mkdir(join(folder, indexName));
  return {
    pages: join(folder, pagesName),
    addPart: (part) => cp(part, join(folder, indexName, basename(part)), { recursive: true }),
    finish: () => writeFile(join(folder, noteName), `${JSON.stringify({ share: formatShare(share), ...origin })}\n`),
  };
}

/** All shares of a build, made elsewhere from the same content by the same code. */
export class Shares {
  readonly #shares: readonly string[];
  readonly #folders = new Folders();

  private constructor(shares: readonly string[]) {
    this.#shares = shares;
  }

  /** Opens the folders of all shares that stand beside an output; refuses them unless they are whole and of one origin. */
  static async open(out: string, origin: ShareOrigin): Promise<Shares> {
    const found = await findShares(out);
    const [first] = found;
    if (!first)
      throw new BuildRefusal(`No share stands beside ${out}, such as ${shareFolder(out, { number: 1, of: 2 })}`);
    for (let number = 1; number <= first.of; number += 1) {
      const share = { number, of: first.of };
      if (!found.some((item) => formatShare(item) === formatShare(share)))
        throw new BuildRefusal(`The share ${formatShare(share)} is missing: ${shareFolder(out, share)}`);
    }
    const other = found.find(({ of }) => of !== first.of);
    if (other) throw new BuildRefusal(`Shares of ${first.of} and of ${other.of} stand beside ${out}`);
    const folders = found.map((share) => shareFolder(out, share));
    for (const folder of folders) await checkOrigin(folder, origin);
    return new Shares(folders);
  }

  /** Puts the parts of the search index where a build looks for those that it need not make. */
  async restoreParts(cache: string): Promise<void> {
    await mkdir(cache, { recursive: true });
    for (const folder of this.#shares) {
      for (const name of await readdir(join(folder, indexName)))
        await cp(join(folder, indexName, name), join(cache, name), { recursive: true });
    }
  }

  /** Puts a page of one of the shares into a folder; tells whether there was one. */
  takePage(path: string, folder: string): boolean {
    const to = join(folder, path);
    return this.#shares.some((share) => takeOver(join(share, pagesName, path), to, this.#folders) !== undefined);
  }
}

async function findShares(out: string): Promise<ShareName[]> {
  const names = await readdir(dirname(out));
  return names.flatMap((name) => {
    const [, number, of] = /^-share-(\d+)-of-(\d+)$/.exec(name.slice(basename(out).length)) ?? [];
    const share = name.startsWith(basename(out)) ? parseShare(`${number}/${of}`) : undefined;
    return share ?? [];
  });
}

async function checkOrigin(folder: string, origin: ShareOrigin): Promise<void> {
  const note = await readFile(join(folder, noteName), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new BuildRefusal(`The share in ${folder} was not finished`);
    throw error;
  });
  const { code, content } = JSON.parse(note) as ShareOrigin;
  if (code !== origin.code || content !== origin.content)
    throw new BuildRefusal(
      `The share in ${folder} is of other ${code === origin.code ? 'content' : 'code or settings'}`,
    );
}
