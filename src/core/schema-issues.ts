import type { VFileMessage } from 'vfile-message';
import type { z } from 'zod';
import { padDate } from './dates.ts';
import type { LocatedData, ValuePath } from './frontmatter.ts';
import { createMessage, listExpected, type MessageParts, type Position } from './messages.ts';
import type { RuleId } from './rules.ts';
import { nameCharacter } from './suspects.ts';

type Issue = z.core.$ZodIssue;

/** Words the issues of a schema as messages at the positions of the values. */
export function reportIssues(
  path: string,
  issues: readonly Issue[],
  schema: z.ZodType,
  located: LocatedData,
): VFileMessage[] {
  return issues.flatMap((issue) => {
    const valuePath = issue.path.filter((segment): segment is string | number => typeof segment !== 'symbol');
    return wordIssue(issue, valuePath, schema, located).map(({ rule, position, parts }) =>
      createMessage(path, rule, position, parts),
    );
  });
}

interface Worded {
  readonly rule: RuleId;
  readonly position: Position;
  readonly parts: MessageParts;
}

function wordIssue(issue: Issue, path: ValuePath, schema: z.ZodType, located: LocatedData): Worded[] {
  const position = located.locate(path);
  const value = valueAt(located.data, path);
  const actual = value === undefined ? undefined : show(value);
  const field = String(path.findLast((segment) => typeof segment === 'string') ?? 'value');
  const worded = (rule: RuleId, parts: Partial<MessageParts> & { expected: string }): Worded[] => [
    { rule, position, parts: { what: `value of \`${field}\``, actual, ...parts } },
  ];
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => wordUnknownKey(key, path, schema, located));
    case 'invalid_type':
      if (value === undefined)
        return worded('missing-field', { what: `missing \`${field}\``, expected: describeType(issue.expected) });
      return worded('wrong-type', { expected: describeType(issue.expected) });
    case 'invalid_value': {
      const values = issue.values.map(String);
      if (value === undefined)
        return worded('missing-field', {
          what: `missing \`${field}\``,
          expected: listExpected(values, 'a value of the list'),
        });
      return worded('wrong-value', {
        expected: `one of ${values.map((item) => `\`${item}\``).join(', ')}`,
        candidates: values,
      });
    }
    case 'too_small':
      if (issue.origin === 'number') return worded('wrong-value', { expected: `at least ${issue.minimum}` });
      return worded('too-short', { expected: sizeWords(issue.origin, 'at least', issue.minimum) });
    case 'too_big':
      if (issue.origin === 'number') return worded('wrong-value', { expected: `at most ${issue.maximum}` });
      return worded('too-long', {
        what: `length of \`${field}\``,
        actual: measure(value),
        expected: sizeWords(issue.origin, 'at most', issue.maximum),
      });
    case 'invalid_format':
      return worded('wrong-value', {
        expected: 'pattern' in issue ? `text of the form \`${issue.pattern}\`` : `a valid ${issue.format}`,
      });
    case 'custom': {
      const params = (issue.params ?? {}) as { rule?: RuleId; expected?: string };
      const foreign = params.rule === 'bad-id' && typeof value === 'string' ? /\P{ASCII}/u.exec(value)?.[0] : undefined;
      const note = foreign === undefined ? '' : `, not ${nameCharacter(foreign)}`;
      const candidates = typeof value === 'string' && params.rule === 'bad-date' ? [padDate(value)] : [];
      return worded(params.rule ?? 'wrong-value', {
        expected: `${params.expected ?? issue.message}${note}`,
        candidates: candidates.filter((candidate) => candidate !== value),
      });
    }
    default:
      return worded('wrong-value', { expected: issue.message });
  }
}

function wordUnknownKey(key: string, path: ValuePath, schema: z.ZodType, located: LocatedData): Worded {
  const keys = keysAt(schema, path);
  return {
    rule: 'unknown-key',
    position: located.locate([...path, key], 'key'),
    parts: {
      what: 'key',
      actual: key,
      expected: listExpected(keys, `one of ${keys.map((item) => `\`${item}\``).join(', ')}`),
      candidates: keys,
    },
  };
}

// The keys that may stand at a path.
function keysAt(schema: z.ZodType, path: ValuePath): string[] {
  const found = schemaAt(schema, path);
  return found ? keysOf(found) : [];
}

/** Returns the keys of an object's schema in their order; none for any other schema. */
export function keysOf(schema: z.ZodType): string[] {
  return Object.keys(shapeOf(unwrap(schema)) ?? {});
}

/** Follows a path through objects, arrays, defaults, pipes and refinements to the schema of what may stand there. */
export function schemaAt(schema: z.ZodType, path: ValuePath): z.ZodType | undefined {
  let current = schema;
  for (const segment of path) {
    const inner = unwrap(current);
    const next = typeof segment === 'number' ? (elementOf(inner, segment) ?? inner) : memberOf(inner, segment);
    if (!next) return undefined;
    current = next;
  }
  return current;
}

interface Definition {
  readonly innerType?: z.ZodType;
  readonly out?: z.ZodType;
  readonly shape?: Record<string, z.ZodType>;
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
  readonly items?: readonly z.ZodType[];
}

function definitionOf(schema: z.ZodType): Definition {
  return schema._zod.def as Definition;
}

/** Returns what is inside of defaults, optional values and pipes. */
export function unwrap(schema: z.ZodType): z.ZodType {
  const definition = definitionOf(schema);
  const inner = definition.innerType ?? definition.out;
  return inner ? unwrap(inner) : schema;
}

/** Returns the keys of an object with their schemas. */
export function shapeOf(schema: z.ZodType): Record<string, z.ZodType> | undefined {
  return definitionOf(schema).shape;
}

/** Returns the schema of an item of a list. */
export function elementOf(schema: z.ZodType, index: number): z.ZodType | undefined {
  const definition = definitionOf(schema);
  return definition.element ?? definition.items?.[index];
}

function memberOf(schema: z.ZodType, key: string): z.ZodType | undefined {
  const shape = shapeOf(schema);
  // Data may have keys such as `constructor`, which every object answers to.
  return shape && Object.hasOwn(shape, key) ? shape[key] : definitionOf(schema).valueType;
}

function valueAt(data: unknown, path: ValuePath): unknown {
  let value = data;
  for (const segment of path) {
    // A single value may stand for a list of one or for an object; then it is itself what the schema refused.
    if (value === null || typeof value !== 'object') return value ?? undefined;
    value = (value as Record<string | number, unknown>)[segment];
  }
  return value;
}

function show(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function measure(value: unknown): string {
  return typeof value === 'string' ? `${value.length} characters` : show(value);
}

function sizeWords(origin: string, bound: string, size: number | bigint): string {
  const unit = origin === 'string' ? 'character' : 'item';
  return `${bound} ${size} ${unit}${Number(size) === 1 ? '' : 's'}`;
}

const typeWords: Record<string, string> = {
  string: 'text',
  array: 'a list',
  object: 'keys with values',
  number: 'a number',
  tuple: 'a list',
  int: 'a whole number',
};

function describeType(expected: string): string {
  return typeWords[expected] ?? expected;
}
