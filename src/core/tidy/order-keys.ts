import type { Pair, YAMLMap } from 'yaml';
import { isScalar } from 'yaml';
import type { z } from 'zod';
import { keysOf, schemaAt } from '../schema-issues.ts';
import { applyEdits, keyOf, listMaps, parseSource } from './yaml-source.ts';

/** Puts the keys of every mapping in the order of the schema; a comment goes with the key that it stands above or beside. */
export function orderKeys(yaml: string, schema: z.ZodType): string {
  let text = yaml;
  let maps = mapsOf(text);
  // The innermost come first, so a mapping moves with its own keys in order already; their number and order stay.
  for (let index = 0; index < maps.length; index += 1) {
    const found = maps[index];
    const inner = found && schemaAt(schema, found.path);
    const next = found && inner ? orderMap(text, found.map, keysOf(inner)) : text;
    if (next === text) continue;
    text = next;
    maps = mapsOf(text);
  }
  return text;
}

function mapsOf(text: string) {
  const document = parseSource(text);
  return document ? listMaps(document) : [];
}

function orderMap(text: string, map: YAMLMap, keys: readonly string[]): string {
  const rank = (pair: Pair) => keys.indexOf(keyOf(pair));
  if (map.items.some((pair) => rank(pair) < 0)) return text;
  const sorted = map.items.toSorted((a, b) => rank(a) - rank(b));
  if (sorted.every((pair, index) => pair === map.items[index])) return text;
  const parts = map.flow ? flowParts(map) : blockParts(text, map);
  if (!parts) return text;
  const edits = parts.map((slot, index) => {
    const part = parts[map.items.indexOf(sorted[index] as Pair)] as Part;
    return { start: slot.start, end: slot.end, text: text.slice(part.start, part.end) };
  });
  return applyEdits(text, edits);
}

interface Part {
  readonly start: number;
  readonly end: number;
}

function flowParts(map: YAMLMap): Part[] | undefined {
  const parts = map.items.map((pair) => ({ start: keyStart(pair), end: valueEnd(pair) }));
  return isWhole(parts) ? parts : undefined;
}

// A part of a block starts where its first comment or its key starts, and ends with its last line's comment. All start in
// the same column, so they may change places. One whose comments stand in another column stays.
function blockParts(text: string, map: YAMLMap): Part[] | undefined {
  const column = columnOf(text, keyStart(map.items[0] as Pair));
  const indent = ' '.repeat(column);
  const parts: Part[] = [];
  for (const pair of map.items) {
    let start = keyStart(pair);
    const floor = parts.at(-1)?.end;
    if (floor !== undefined) {
      const between = text.slice(floor, start);
      const comment = /(?:^|\n)( *)#/.exec(between);
      if (comment) {
        if (comment[1] !== indent) return undefined;
        start = floor + comment.index + (comment[0].startsWith('\n') ? 1 : 0) + column;
      }
      if (columnOf(text, start) !== column) return undefined;
    } else {
      start = commentStart(text, start, indent);
    }
    const end = valueEnd(pair);
    const last = end - (text.slice(0, end).length - text.slice(0, end).trimEnd().length);
    const lineEnd = text.indexOf('\n', last);
    parts.push({ start, end: lineEnd < 0 ? text.length : lineEnd });
  }
  return isWhole(parts) ? parts : undefined;
}

// The first key has no key above it: the comments on the lines straight above are its own.
function commentStart(text: string, key: number, indent: string): number {
  const lines = text.slice(0, key).split('\n');
  if (lines.pop() !== indent) return key;
  let start = key;
  for (let line = lines.pop(); line?.startsWith(`${indent}#`); line = lines.pop()) start -= line.length + 1;
  return start;
}

function isWhole(parts: readonly Part[]): boolean {
  return parts.every(({ start, end }, index) => start >= 0 && end > start && start >= (parts[index - 1]?.end ?? 0));
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1);
}

function keyStart(pair: Pair): number {
  return isScalar(pair.key) ? (pair.key.range?.[0] ?? -1) : -1;
}

function valueEnd(pair: Pair): number {
  const value = pair.value as { range?: readonly [number, number, number] | null } | null;
  const key = pair.key as { range?: readonly [number, number, number] | null } | null;
  return value?.range?.[1] ?? key?.range?.[1] ?? -1;
}
