// @ts-check
import { readFileSync } from 'node:fs';
import { basename, join, relative, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { withKnownValues } from './known-values.mjs';

/** The folders of records and the kind of record that is in each. */
const kinds = { entries: 'entry', actors: 'actor', places: 'place', sources: 'source', pages: 'page' };
/** How long what is known is taken as current, in milliseconds: not every letter that is typed reads the folders. */
const patience = 1000;

/**
 * Returns which documents are records, and their schemas with what is known of the other records.
 * @param {string} content The path of the content folder.
 * @param {string} schemas The path of the folder of the generated schemas.
 * @param {() => import('./known-values.mjs').KnownValues} readKnown
 * @returns {Pick<import('./relay.mjs').World, 'isRecord' | 'changedSchemas'>}
 */
export function recordSchemas(content, schemas, readKnown) {
  const folders = Object.entries(kinds).map(([folder, kind]) => ({
    uri: `chronicle://schemas/${kind}.json`,
    // Editors write the same address of a file in different ways; which file is a record is asked below.
    fileMatch: [`**/${basename(content)}/${folder}/**`],
    generated: untitled(readFileSync(join(schemas, `${kind}.json`), 'utf8')),
  }));
  let sent = '';
  let readAt = -Infinity;
  return {
    isRecord(uri) {
      if (!uri.startsWith('file:') || !uri.endsWith('.md')) return false;
      return Object.hasOwn(kinds, relative(content, fileURLToPath(uri)).split(sep)[0] ?? '');
    },
    changedSchemas() {
      if (performance.now() - readAt < patience) return undefined;
      readAt = performance.now();
      const known = readKnown();
      const associations = folders.map(({ uri, fileMatch, generated }) => ({
        uri,
        fileMatch,
        schema: withKnownValues(generated, known),
      }));
      const text = JSON.stringify(associations);
      if (text === sent) return undefined;
      sent = text;
      return associations;
    },
  };
}

// A title would stand above the description of every field.
function untitled(/** @type {string} */ text) {
  const { title: _, ...schema } = JSON.parse(text);
  return schema;
}
