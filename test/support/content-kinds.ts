import { parse } from 'yaml';
import { registerPath } from '../../src/core/address-register.ts';
import { linkStatusPath } from '../../src/core/link-status.ts';
import type { ContentKind } from '../../src/core/outputs/json-schema.ts';
import type { ContentFile } from '../../src/core/text-file.ts';

const kinds: Readonly<Record<string, ContentKind>> = {
  'chronicle.yml': 'chronicle',
  'words.yml': 'words',
  entries: 'entry',
  actors: 'actor',
  places: 'place',
  sources: 'source',
  pages: 'page',
};

/** Returns whether a file of content is written by hand, which those that commands keep are not. */
export function isWritten({ path }: ContentFile): boolean {
  return path !== registerPath && path !== linkStatusPath;
}

/** Returns whether the schema of a file's kind accepts its data; the frontmatter alone counts in Markdown. */
export function isAccepted(
  validators: ReadonlyMap<ContentKind, (data: unknown) => unknown>,
  path: string,
  text: string,
): boolean {
  const kind = kinds[path.split('/')[0] ?? ''];
  const validate = kind && validators.get(kind);
  if (!validate) throw new Error(`No schema for ${path}`);
  const yaml = path.endsWith('.md') ? (text.split(/^---$/m)[1] ?? '') : text;
  return validate(parse(yaml, { version: '1.2' })) === true;
}
