import type { z } from 'zod';
import type { ValuePath } from '../frontmatter.ts';
import { type ContentMessage, createMessage } from '../messages.ts';
import { locatedOf } from '../open-record.ts';
import { type ReadRecord, schemaOf } from '../read-record.ts';
import { keysOf, schemaAt } from '../schema-issues.ts';
import { tidyText } from '../tidy.ts';

// Quotes around one whole value that starts with a letter.
const quoted = /(?:: |- |\[|, )(["'])\p{L}[^"'\n]*\1(?=[\]},]|\s*$)/mu;

/** Reports the first line of a record that is not in tidy form. */
export function reviewForm(record: ReadRecord): ContentMessage[] {
  const schema = schemaOf(record.path);
  if (!record.data || !schema || !mayBeUntidy(record, schema)) return [];
  const tidy = tidyText(record.path, record.text);
  if (tidy === undefined) return [];
  const lines = record.text.split('\n');
  const tidyLines = tidy.split('\n');
  const index = lines.findIndex((line, at) => line !== tidyLines[at]);
  return [
    createMessage(
      record.path,
      'untidy-form',
      { line: index + 1, column: 1 },
      {
        what: 'line',
        actual: (lines[index] ?? '').trim(),
        expected: `\`${(tidyLines[index] ?? '').trim()}\` here; \`npm run check -- --fix\` puts it right`,
      },
    ),
  ];
}

// Tells cheaply which records need a closer look.
function mayBeUntidy(record: ReadRecord, schema: z.ZodType): boolean {
  const { text, bodyText } = record;
  const frontmatter = text.slice(0, text.length - bodyText.trimStart().length);
  return /[ \t]$/m.test(text) || quoted.test(frontmatter) || !isOrdered(locatedOf(record)?.data, schema, []);
}

function isOrdered(data: unknown, schema: z.ZodType, path: ValuePath): boolean {
  if (Array.isArray(data)) return data.every((item, index) => isOrdered(item, schema, [...path, index]));
  if (data === null || typeof data !== 'object') return true;
  const inner = schemaAt(schema, path);
  const keys = inner ? keysOf(inner) : [];
  const ranks = Object.keys(data).map((key) => keys.indexOf(key));
  const isSorted = ranks.every((rank, index) => index === 0 || rank > (ranks[index - 1] ?? 0));
  return (
    (isSorted || ranks.includes(-1)) &&
    Object.entries(data).every(([key, value]) => isOrdered(value, schema, [...path, key]))
  );
}
