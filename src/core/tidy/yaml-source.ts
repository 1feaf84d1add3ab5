import { type Document, isMap, isScalar, isSeq, type Pair, parseDocument, type Scalar, type YAMLMap } from 'yaml';
import type { ValuePath } from '../frontmatter.ts';

/** A change of a text: what stands from one offset to another is replaced. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Parses YAML as the reader of the content does; `undefined` where it has errors. */
export function parseSource(text: string): Document.Parsed | undefined {
  const document = parseDocument(text, { version: '1.2', prettyErrors: false });
  return document.errors.length === 0 && document.warnings.length === 0 ? document : undefined;
}

/** Makes changes to a text; they do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  return edits
    .toSorted((a, b) => b.start - a.start)
    .reduce((result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end), text);
}

/** Returns every mapping of a document with its path, the innermost first. */
export function listMaps(document: Document): { map: YAMLMap; path: ValuePath }[] {
  const found: { map: YAMLMap; path: ValuePath }[] = [];
  const walk = (node: unknown, path: ValuePath) => {
    if (isMap(node)) {
      for (const pair of node.items) walk(pair.value, [...path, keyOf(pair)]);
      found.push({ map: node, path });
    } else if (isSeq(node)) {
      for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    }
  };
  walk(document.contents, []);
  return found;
}

/** Returns every single value of a document with its path; keys are left out. */
export function listScalars(document: Document): { scalar: Scalar; path: ValuePath }[] {
  const found: { scalar: Scalar; path: ValuePath }[] = [];
  const walk = (node: unknown, path: ValuePath) => {
    if (isMap(node)) for (const pair of node.items) walk(pair.value, [...path, keyOf(pair)]);
    else if (isSeq(node)) for (const [index, item] of node.items.entries()) walk(item, [...path, index]);
    else if (isScalar(node)) found.push({ scalar: node, path });
  };
  walk(document.contents, []);
  return found;
}

/** Returns the key of a pair as text. */
export function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : '';
}
