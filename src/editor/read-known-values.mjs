// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'yaml';

/** @typedef {import('./known-values.mjs').KnownValues} KnownValues */

const folders = ['entries', 'actors', 'places', 'sources'];

/**
 * Returns a function that reads from a content folder what a field may name. A file's title is read once, its presence each time.
 * @param {string} content
 * @returns {() => KnownValues}
 */
export function knownValuesReader(content) {
  /** @type {Map<string, string>} */
  const titles = new Map();
  /** @param {string} path */
  const titleOf = (path) => {
    const title = titles.get(path) || readTitle(path);
    titles.set(path, title);
    return title;
  };
  return () => ({
    records: Object.fromEntries(
      folders.map((folder) => [
        folder,
        new Map(listRecords(join(content, folder)).map((path) => [basename(path, '.md'), titleOf(path)])),
      ]),
    ),
    sides: readSides(join(content, 'chronicle.yml')),
  });
}

/**
 * @param {string} folder
 * @returns {string[]}
 */
function listRecords(folder) {
  return attempt(() => readdirSync(folder, { recursive: true, encoding: 'utf8' }), [])
    .filter((path) => path.endsWith('.md'))
    .sort()
    .map((path) => join(folder, path));
}

/**
 * Returns a record's title or its first English name; nothing when it has none that can be read.
 * @param {string} path
 * @returns {string}
 */
function readTitle(path) {
  const text = attempt(() => readFileSync(path, 'utf8'), '');
  const found = /^title: (.+)$/m.exec(text) ?? /\btext: (.+?)(?:,\s*|\s*\n\s*)lang: en\b/.exec(text);
  return attempt(() => String(parse(found?.[1] ?? '""')), '');
}

/**
 * @param {string} path
 * @returns {string[]}
 */
function readSides(path) {
  const sides = attempt(() => parse(readFileSync(path, 'utf8')).sides, []);
  return Array.isArray(sides) ? sides.map((side) => String(side?.id)) : [];
}

/**
 * Content is being written while it is read here: what cannot be read now gives no hint now, and the check reports it.
 * @template T
 * @param {() => T} read
 * @param {T} otherwise
 * @returns {T}
 */
function attempt(read, otherwise) {
  try {
    return read();
  } catch {
    return otherwise;
  }
}
