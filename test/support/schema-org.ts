import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ts from 'typescript';

/** The vocabulary of schema.org as schema-dts states it: types with their kinds, and properties with what they may hold. */
interface Vocabulary {
  /** The kinds of a type that are named in its union. */
  readonly kinds: ReadonlyMap<string, readonly string[]>;
  /** The types whose properties a type has. */
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly properties: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
}

const plainTypes: Readonly<Record<string, (value: unknown) => boolean>> = {
  Text: (value) => typeof value === 'string',
  URL: (value) => typeof value === 'string' && URL.canParse(value),
  Date: (value) => typeof value === 'string' && /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/.test(value),
  DateTime: (value) => typeof value === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(value),
  Number: (value) => typeof value === 'number',
  Integer: (value) => Number.isInteger(value),
  Boolean: (value) => typeof value === 'boolean',
};

let vocabulary: Vocabulary | undefined;

/** Says what is wrong with a JSON-LD text by the vocabulary of schema.org: types, properties of each type, kinds of value. */
export function jsonLdFaults(text: string): string[] {
  const document = JSON.parse(text) as { '@context'?: unknown; '@graph'?: unknown };
  if (document['@context'] !== 'https://schema.org') return ['the context is not https://schema.org'];
  if (!Array.isArray(document['@graph']) || document['@graph'].length === 0) return ['no graph'];
  const graph = document['@graph'] as Record<string, unknown>[];
  vocabulary ??= readVocabulary();
  const known = vocabulary;
  const described = new Set(graph.flatMap((node) => [...describedIds(node)]));
  return graph.flatMap((node) => [...nodeFaults(known, node), ...danglingFaults(node, described)]);
}

function* describedIds(value: unknown): Generator<unknown> {
  if (typeof value !== 'object' || value === null) return;
  const node = value as Record<string, unknown>;
  if (node['@type'] !== undefined && node['@id'] !== undefined) yield node['@id'];
  for (const item of Object.values(node)) yield* describedIds(item);
}

// Only the site as a whole and the pages of breadcrumbs are described on pages of their own.
function danglingFaults(value: unknown, described: ReadonlySet<unknown>): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const node = value as Record<string, unknown>;
  if (Object.keys(node).join() === '@id')
    return described.has(node['@id']) ? [] : [`nothing says what ${node['@id']} is`];
  return Object.entries(node).flatMap(([property, item]) =>
    property === 'isPartOf' || property === 'item' ? [] : danglingFaults(item, described),
  );
}

function nodeFaults(known: Vocabulary, node: Record<string, unknown>): string[] {
  const type = node['@type'];
  const id = node['@id'];
  if (id !== undefined && !(typeof id === 'string' && URL.canParse(id))) return [`@id ${String(id)}`];
  // A node that is only named is described elsewhere.
  if (type === undefined) return Object.keys(node).join() === '@id' ? [] : ['a node without type'];
  if (typeof type !== 'string' || !known.parents.has(type)) return [`unknown type ${String(type)}`];
  return Object.entries(node).flatMap(([property, value]) => {
    if (property.startsWith('@')) return [];
    // Says how an action's input is written; it belongs to the target's template.
    if (type === 'SearchAction' && property === 'query-input') return [];
    const ranges = findRanges(known, type, property);
    if (!ranges) return [`${type} has no ${property}`];
    const values: unknown[] = Array.isArray(value) ? value : [value];
    if (values.length === 0) return [`${type}.${property} is empty`];
    return values.flatMap((item) => valueFaults(known, `${type}.${property}`, ranges, item));
  });
}

function valueFaults(known: Vocabulary, where: string, ranges: readonly string[], value: unknown): string[] {
  if (typeof value !== 'object' || value === null) {
    return ranges.some((range) => plainTypes[range]?.(value)) ? [] : [`${where}: ${JSON.stringify(value)}`];
  }
  const node = value as Record<string, unknown>;
  const type = node['@type'];
  const fits = type === undefined || ranges.some((range) => isKind(known, String(type), range));
  return [...(fits ? [] : [`${where} cannot be a ${String(type)}`]), ...nodeFaults(known, node)];
}

function isKind(known: Vocabulary, type: string, range: string): boolean {
  return type === range || (known.kinds.get(range) ?? []).some((kind) => isKind(known, type, kind));
}

function findRanges(known: Vocabulary, type: string, property: string): readonly string[] | undefined {
  const own = known.properties.get(type)?.get(property);
  if (own) return own;
  for (const parent of known.parents.get(type) ?? []) {
    const ranges = findRanges(known, parent, property);
    if (ranges) return ranges;
  }
  return undefined;
}

// Reads `type Place = PlaceLeaf | City` and `interface ClaimBase extends CreativeWorkBase { "appearance"?: SchemaValue<CreativeWork | IdReference, "appearance"> }`.
function readVocabulary(): Vocabulary {
  const path = createRequire(import.meta.url)
    .resolve('schema-dts')
    .replace(/\.js$/, '.d.ts');
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest);
  const kinds = new Map<string, string[]>();
  const parents = new Map<string, string[]>();
  const properties = new Map<string, Map<string, string[]>>();
  for (const statement of file.statements) {
    if (ts.isTypeAliasDeclaration(statement) && ts.isUnionTypeNode(statement.type)) {
      const members = statement.type.types.map((type) => type.getText(file));
      kinds.set(statement.name.text, members);
    }
    if (!ts.isInterfaceDeclaration(statement)) continue;
    const [, name] = /^(\w+?)(?:Base|Leaf)$/.exec(statement.name.text) ?? [];
    if (name === undefined) continue;
    const bases = (statement.heritageClauses ?? []).flatMap((clause) =>
      clause.types.map((type) => type.expression.getText(file)),
    );
    const names = bases.flatMap((base) => /^(\w+)Base$/.exec(base)?.[1] ?? []).filter((base) => base !== name);
    parents.set(name, [...(parents.get(name) ?? []), ...names]);
    const own = properties.get(name) ?? new Map<string, string[]>();
    properties.set(name, own);
    for (const member of statement.members) {
      if (!ts.isPropertySignature(member) || !ts.isStringLiteral(member.name) || !member.type) continue;
      const value = ts.isTypeReferenceNode(member.type) ? member.type.typeArguments?.[0] : undefined;
      if (!value) continue;
      own.set(
        member.name.text,
        (ts.isUnionTypeNode(value) ? [...value.types] : [value]).map((type) => type.getText(file)),
      );
    }
  }
  return { kinds, parents, properties };
}
