import type { z } from 'zod';
import { identify, schemaOf } from './read-record.ts';
import { decodeFile, type ContentFile } from './text-file.ts';
import { orderKeys } from './tidy/order-keys.ts';
import { holdSame } from './tidy/same.ts';
import { trimBody, trimYaml } from './tidy/spaces.ts';
import { padDates, unquote } from './tidy/values.ts';
import { parseSource } from './tidy/yaml-source.ts';

/**
 * Returns a file in tidy form: keys in the order of the schema, no needless quotes, no spaces at the ends of lines, dates
 * with two digits for month and day. Nothing else changes: the data, the comments and the text are the same, or the file
 * stays as it was. Returns `undefined` when there is nothing to change or the file cannot be read.
 */
export function tidyFile(file: ContentFile): string | undefined {
  const { text } = decodeFile(file);
  return text === undefined ? undefined : tidyText(file.path, text);
}

/** Returns the text of a content file in tidy form; `undefined` when there is nothing to change. */
export function tidyText(path: string, text: string): string | undefined {
  const schema = schemaOf(path);
  if (!schema) return undefined;
  const hasReturns = text.includes('\r');
  const unix = text.replaceAll('\r\n', '\n');
  // Ends of line of two kinds in one file are for a person to settle.
  if (unix.includes('\r') || (hasReturns && text.split('\r\n').length !== text.split('\n').length)) return undefined;
  const tidy = identify(path) ? tidyRecord(unix, schema) : tidyYaml(unix, schema);
  const result = hasReturns ? tidy.replaceAll('\n', '\r\n') : tidy;
  return result === text ? undefined : result;
}

function tidyRecord(text: string, schema: z.ZodType): string {
  const lines = text.split('\n');
  const end = lines.findIndex((line, index) => index > 0 && /^---\s*$/.test(line));
  if (!/^---\s*(?:ya?ml)?\s*$/.test(lines[0] ?? '') || end < 0) return text;
  const yaml = lines.slice(1, end).join('\n');
  const body = lines.slice(end + 1).join('\n');
  return [(lines[0] ?? '').trimEnd(), tidyYaml(yaml, schema), '---', trimBody(body)].join('\n');
}

function tidyYaml(yaml: string, schema: z.ZodType): string {
  if (!parseSource(yaml)) return yaml;
  const steps = [
    trimYaml,
    unquote,
    (text: string) => padDates(text, schema),
    (text: string) => orderKeys(text, schema),
  ];
  return steps.reduce((text, step) => {
    const next = step(text);
    return next === text || holdSame(yaml, next) ? next : text;
  }, yaml);
}
