import type { VFileMessage } from 'vfile-message';
import { compareMessages, type ContentMessage } from './messages.ts';
import { formatSarif } from './sarif.ts';

/** How a report is written. */
export const reportFormats = ['text', 'github', 'json', 'sarif'] as const;
/** How a report is written. */
export type ReportFormat = (typeof reportFormats)[number];

/**
 * Returns the report of a check: sorted, with a last line that counts. `root` is put before each path; `site` is the
 * address of the site, for links to the rules.
 */
export function formatReport(
  messages: readonly VFileMessage[],
  format: ReportFormat,
  root: string,
  site?: string,
): string {
  const sorted = messages.toSorted(compareMessages);
  if (format === 'sarif') return formatSarif(sorted, root, site);
  const rows = sorted.map((message) => toRow(message, root));
  if (format === 'json') return `${JSON.stringify(rows, undefined, 2)}\n`;
  if (format === 'github') return rows.map(toAnnotation).join('');
  return `${rows.map(toText).join('')}${countMessages(messages)}\n`;
}

/** Returns "3 errors, 1 warning in 2 files". */
export function countMessages(messages: readonly VFileMessage[]): string {
  const errors = messages.filter(isError).length;
  const files = new Set(messages.map((message) => message.file)).size;
  if (messages.length === 0) return 'No problems found.';
  const counts = [plural(errors, 'error'), plural(messages.length - errors, 'warning')].filter(
    (text) => !text.startsWith('0 '),
  );
  return `${counts.join(', ')} in ${plural(files, 'file')}`;
}

/** Tells whether a message stops the build. */
export function isError(message: VFileMessage): boolean {
  return message.fatal === true;
}

/** One problem as plain data; lines and columns start at 1. */
interface Row {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly severity: 'error' | 'warning';
  readonly rule: string;
  readonly message: string;
  /** Where the rule is explained, from the root of the site. */
  readonly url: string;
  /** Other places that the problem concerns. */
  readonly related: readonly { readonly path: string; readonly line: number; readonly column: number }[];
}

function toRow(message: VFileMessage, root: string): Row {
  return {
    path: `${root}${message.file ?? ''}`,
    line: message.line ?? 1,
    column: message.column ?? 1,
    severity: isError(message) ? 'error' : 'warning',
    rule: message.ruleId ?? '',
    message: message.reason,
    url: message.url ?? '',
    related: ((message as ContentMessage).related ?? []).map((place) => ({ ...place, path: `${root}${place.path}` })),
  };
}

function toText(row: Row): string {
  return `${row.path}:${row.line}:${row.column}: ${row.severity} ${row.rule}\n  ${row.message}\n`;
}

// The escapes are those of the workflow commands of GitHub Actions.
function toAnnotation(row: Row): string {
  const property = (value: string) => escapeData(value).replaceAll(':', '%3A').replaceAll(',', '%2C');
  return `::${row.severity} file=${property(row.path)},line=${row.line},col=${row.column},title=${property(row.rule)}::${escapeData(row.message)}\n`;
}

function escapeData(value: string): string {
  return value.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
