import { codebookFields, type CodebookField } from '../codebook.ts';
import type { ContentKind } from './json-schema.ts';

interface Snippet {
  readonly scope: string;
  readonly prefix: string;
  readonly description: string;
  readonly body: readonly string[];
}

// One of two keys is needed, which the fields do not tell one by one.
const alsoNeeded: ReadonlySet<string> = new Set(['issued', 'url', 'archive-missing']);

const records: readonly ContentKind[] = ['entry', 'actor', 'place', 'source'];

/** Returns the snippets by which VS Code completes records: each kind with the fields it needs, and each part of an entry. */
export function snippetsText(): string {
  const whole = records.map((kind): [string, Snippet] => [
    `New ${kind}`,
    {
      scope: 'markdown',
      prefix: kind,
      description: `The fields that every ${kind} needs`,
      body: ['---', ...writeFields(codebookFields(kind), [], ''), '---', '', '$0'],
    },
  ]);
  const parts = (['claims', 'figures', 'corrections'] as const).map((part): [string, Snippet] => [
    `New item of ${part}`,
    {
      scope: 'markdown',
      prefix: part.replace(/s$/, ''),
      description: `The fields that every item of ${part} needs`,
      body: writeFields(codebookFields('entry'), [part], '    ').map((line, index) =>
        index === 0 ? line.replace(/^ {4}/, '  - ') : line,
      ),
    },
  ]);
  return `${JSON.stringify(Object.fromEntries([...whole, ...parts]), undefined, 2)}\n`;
}

function writeFields(fields: readonly CodebookField[], within: readonly string[], indent: string): string[] {
  let stop = 0;
  const children = (path: readonly string[]) =>
    fields.filter(
      (field) =>
        isAsked(field) && field.path.length === path.length + 1 && field.path.slice(0, -1).join() === path.join(),
    );
  const write = (path: readonly string[]): string[] =>
    children(path).map((field) => {
      const name = field.path.at(-1) ?? '';
      const nested = children(field.path);
      if (nested.length === 0) return `${name}: ${placeholder(field)}`;
      const inner = write(field.path).join(', ');
      return `${name}: ${field.what.startsWith('list') ? `[{${inner}}]` : `{${inner}}`}`;
    });
  const placeholder = (field: CodebookField) => {
    stop += 1;
    const { values, what } = field;
    const hint = values.length > 0 ? `|${values.join(',')}|` : `:${what.replace(/^list, each: /, '')}`;
    const value = `\${${stop}${hint}}`;
    return what.startsWith('list') ? `[${value}]` : value;
  };
  return write(within).map((line) => indent + line);
}

function isAsked(field: CodebookField): boolean {
  return field.isRequired || (field.path.length === 1 && alsoNeeded.has(field.path[0] ?? ''));
}
