import matter from 'gray-matter';
import type { VFileMessage } from 'vfile-message';
import { type Document, isMap, isNode, isScalar, isSeq, type Node, parseDocument, visit } from 'yaml';
import { createMessage, type Position } from './messages.ts';
import { checkYamlDepth } from './nesting.ts';
import { checkScalar } from './scalars.ts';
import { createLocator } from './text-file.ts';

/** The keys and indexes that lead to a value. */
export type ValuePath = readonly (string | number)[];

/** Data read from YAML, with the position of every value. */
export interface LocatedData {
  readonly data: unknown;
  /** Returns where a value stands, or its key, or the nearest thing around it. */
  readonly locate: (path: ValuePath, target?: 'key' | 'value') => Position;
}

/** A Markdown file split in two; the body keeps the file's line numbers. */
export interface SplitFile {
  readonly frontmatter: LocatedData | undefined;
  readonly body: string;
  readonly messages: readonly VFileMessage[];
}

/**
 * Splits a file into frontmatter and body. gray-matter finds the fences and the `yaml` package reads what is between
 * them; any other language of frontmatter is refused before gray-matter sees it, for it would evaluate JavaScript.
 */
export function splitFrontmatter(path: string, text: string): SplitFile {
  const refuse = (
    rule: 'missing-frontmatter' | 'unclosed-frontmatter' | 'non-yaml-frontmatter',
    position: Position,
    what: string,
    actual?: string,
  ) => ({
    frontmatter: undefined,
    body: '',
    messages: [createMessage(path, rule, position, { what, actual, expected: 'YAML between two lines `---`' })],
  });
  const lines = text.split(/\r?\n/);
  const first = lines[0] ?? '';
  if (!first.startsWith('---')) return refuse('missing-frontmatter', { line: 1, column: 1 }, 'missing frontmatter');
  const language = first.slice(3).trim();
  if (language !== '' && !/^ya?ml$/.test(language))
    return refuse('non-yaml-frontmatter', { line: 1, column: 4 }, 'frontmatter', language);
  // gray-matter ends the frontmatter at any line that starts so.
  const end = lines.findIndex((line, index) => index > 0 && line.startsWith('---'));
  if (end < 0) return refuse('unclosed-frontmatter', { line: 1, column: 1 }, 'open end of the frontmatter');
  if (!/^---[ \t]*$/.test(lines[end] ?? ''))
    return refuse('unclosed-frontmatter', { line: end + 1, column: 1 }, 'end of the frontmatter', lines[end]);

  const split = matter(text, {
    language: 'yaml',
    engines: { yaml: () => ({}), javascript: refuseCode, json: refuseCode },
  });
  const skipped = text.slice(0, text.length - split.content.length).split('\n').length - 1;
  const { located, messages } = readYaml(path, split.matter);
  return { frontmatter: located, body: '\n'.repeat(skipped) + split.content, messages };
}

/** Reads YAML 1.2; dates stay strings. All its errors are reported, and data is returned when there are none. */
export function readYaml(path: string, text: string): { located: LocatedData | undefined; messages: VFileMessage[] } {
  const deep = checkYamlDepth(path, text);
  if (deep.length > 0) return { located: undefined, messages: deep };
  const document = parseDocument(text, { version: '1.2', prettyErrors: false });
  // The package's own LineCounter loses lines after an error.
  const at = createLocator(text);
  const messages = [...document.errors, ...document.warnings].map((error) =>
    error.code === 'DUPLICATE_KEY'
      ? createMessage(path, 'duplicate-key', at(error.pos[0]), {
          what: 'second key',
          actual: readWord(text, error.pos[0]),
          expected: 'each key once',
        })
      : createMessage(path, 'invalid-yaml', at(error.pos[0]), {
          what: 'YAML',
          expected: `YAML that parses: ${error.message.replace(/\.$/, '')}`,
        }),
  );
  visit(document, {
    Pair(_, pair) {
      if (!isNode(pair.key) || isScalar(pair.key)) return;
      const parts = { what: 'list or map as a key', expected: 'a key of one word' };
      messages.push(createMessage(path, 'invalid-yaml', at(pair.key.range?.[0] ?? 0), parts));
    },
    Scalar(_, node) {
      messages.push(...checkScalar(path, node, text, at(node.range?.[0] ?? 0)));
    },
    Alias(_, node) {
      messages.push(
        createMessage(path, 'yaml-alias', at(node.range?.[0] ?? 0), {
          what: 'alias',
          actual: `*${node.source}`,
          expected: 'the value itself',
        }),
      );
    },
  });
  if (messages.length > 0) return { located: undefined, messages };
  return {
    located: { data: document.toJS(), locate: (valuePath, target) => at(findOffset(document, valuePath, target)) },
    messages,
  };
}

function refuseCode(): never {
  throw new Error('Frontmatter is never executed');
}

function readWord(text: string, offset: number): string {
  return /^[^\s:]+/.exec(text.slice(offset))?.[0] ?? '';
}

function findOffset(document: Document, path: ValuePath, target: 'key' | 'value' = 'value'): number {
  let node: unknown = document.contents;
  let offset = startOf(node) ?? 0;
  for (const [index, segment] of path.entries()) {
    const isLast = index === path.length - 1;
    if (isMap(node)) {
      const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(segment));
      if (!pair) return offset;
      offset = startOf(pair.key) ?? offset;
      if (isLast && target === 'key') return offset;
      node = pair.value;
    } else if (isSeq(node) && typeof segment === 'number') {
      node = node.items[segment];
    } else {
      return offset;
    }
    offset = startOf(node) ?? offset;
  }
  return offset;
}

function startOf(node: unknown): number | undefined {
  return isNode(node) ? (node as Node).range?.[0] : undefined;
}
