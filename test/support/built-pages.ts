import type { Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

/** One page of a built site. */
export interface BuiltPage {
  /** Its address: `/2020/10/29/`. */
  readonly address: string;
  readonly html: string;
  readonly tree: Root;
}

/** Reads and parses every page of a built site. */
export async function readPages(dist: string): Promise<BuiltPage[]> {
  const names = await readdir(dist, { recursive: true });
  const paths = names.filter((name) => name.endsWith('.html')).sort();
  return Promise.all(paths.map((path) => readPage(dist, path)));
}

/** Reads and parses one page of a built site. */
export async function readPage(dist: string, path: string): Promise<BuiltPage> {
  const html = await readFile(join(dist, path), 'utf8');
  return { address: toAddress(path), html, tree: fromHtml(html) };
}

/** Returns the addresses of all files of a built site, those of pages as folders. */
export async function listFiles(dist: string): Promise<Set<string>> {
  const names = await readdir(dist, { recursive: true, withFileTypes: true });
  return new Set(
    names.filter((item) => item.isFile()).map((item) => toAddress(relative(dist, join(item.parentPath, item.name)))),
  );
}

function toAddress(path: string): string {
  return `/${path.split(sep).join('/')}`.replace(/\/index\.html$/, '/');
}
