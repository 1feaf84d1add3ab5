import { readYaml } from '../frontmatter.ts';
import type { RecordText } from './model.ts';
import { asRecord } from './words.ts';

/**
 * Returns two versions of a record's file with what they do not share: the keys that differ, and both texts. Most keys of
 * most edits are the same to the letter and need no reading. `undefined` where a version cannot be read.
 */
export function readBoth(path: string, before: string, after: string): [RecordText, RecordText] | undefined {
  const [old, now] = [split(before), split(after)];
  if (!old || !now) return undefined;
  const oldData = readParts(path, old.keys.difference(now.keys));
  const newData = readParts(path, now.keys.difference(old.keys));
  if (!oldData || !newData) return undefined;
  return [
    { data: oldData, body: old.body },
    { data: newData, body: now.body },
  ];
}

// A line that starts with neither space, list, remark nor bracket starts a key of the first level.
function split(text: string): { keys: Set<string>; body: string } | undefined {
  const match = /^---[^\n]*\n([\s\S]*?)\n---[^\n]*(?:\n([\s\S]*))?$/.exec(text.replaceAll('\r\n', '\n'));
  if (!match) return undefined;
  const [, yaml = '', body = ''] = match;
  return { keys: new Set(`${yaml}\n`.split(/^(?=[^\s#\-\]}])/m)), body };
}

function readParts(path: string, parts: ReadonlySet<string>): RecordText['data'] | undefined {
  if (parts.size === 0) return {};
  const { located } = readYaml(path, [...parts].join(''));
  return located && asRecord(located.data);
}
