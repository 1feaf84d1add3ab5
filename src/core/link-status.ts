import type { VFileMessage } from 'vfile-message';
import { z } from 'zod';
import { readYaml } from './frontmatter.ts';
import { compareText, createMessage } from './messages.ts';
import { reportIssues } from './schema-issues.ts';
import { daySchema, textSchema, urlSchema } from './schema/fields.ts';
import { type ContentFile, decodeFile } from './text-file.ts';

/** Where the state of the sources' links lies in the content folder. */
export const linkStatusPath = 'link-status.json';

/**
 * What a check of a link found: it answers; it answers at another address for good; the page is gone; the server does not
 * let a program in; it fails for now; its robots.txt asks not to be asked.
 */
export const linkStates = ['live', 'moved', 'gone', 'refused', 'failing', 'disallowed'] as const;

const linkStatusSchema = z.strictObject({
  state: z.enum(linkStates).describe('What the last check found.'),
  checked: daySchema.describe('The day of the last check.'),
  since: daySchema.describe('The day of the first check of those in a row that found this.'),
  checks: z.int().min(1).describe('How many checks in a row, on different days, found this.'),
  status: z.int().min(100).max(599).optional().describe('The status code of the answer.'),
  to: urlSchema.optional().describe('Where it has moved.'),
  reason: textSchema(200).optional().describe('Why there was no answer.'),
});

const fileSchema = z.record(z.string(), linkStatusSchema);

/** What is known of one link. */
export type LinkStatus = z.infer<typeof linkStatusSchema>;
/** What one check of a link found. */
export type LinkFinding = Pick<LinkStatus, 'state' | 'status' | 'to' | 'reason'>;

const sizeLimit = 50_000_000;
/** How many checks on different days it takes to take a link for dead. */
const deadAfter = { gone: 2, failing: 3 } as const;

/** Reads the state of all links, by address. */
export function readLinkStatus(file: ContentFile): {
  links: ReadonlyMap<string, LinkStatus>;
  messages: readonly VFileMessage[];
} {
  const { text, messages } = decodeFile(file, sizeLimit);
  const none = new Map<string, LinkStatus>();
  if (text === undefined) return { links: none, messages };
  const { data, fault } = parseJson(file.path, text);
  if (fault) return { links: none, messages: [...messages, fault] };
  const result = fileSchema.safeParse(data);
  if (result.success) return { links: new Map(Object.entries(result.data)), messages };
  // JSON is YAML too, and that reader knows where each value stands.
  const { located } = readYaml(file.path, text);
  const issues = located ? reportIssues(file.path, result.error.issues, fileSchema, located) : [];
  return { links: none, messages: [...messages, ...issues] };
}

/** Tells whether a link is known to be dead: gone in two checks on different days, or failing in three. */
export function isDead(status: LinkStatus | undefined): boolean {
  if (status?.state === 'gone') return status.checks >= deadAfter.gone;
  return status?.state === 'failing' && status.checks >= deadAfter.failing;
}

/** Returns a link's state after one more check; checks of one day count once. */
export function addFinding(before: LinkStatus | undefined, finding: LinkFinding, day: string): LinkStatus {
  const isSame = before?.state === finding.state;
  return {
    ...finding,
    checked: day,
    since: isSame ? before.since : day,
    checks: isSame ? before.checks + (before.checked === day ? 0 : 1) : 1,
  };
}

/** Returns the file's text: addresses in order, so that a change of one link is a change of one part. */
export function formatLinkStatus(links: ReadonlyMap<string, LinkStatus>): string {
  const order = [...links].sort(([a], [b]) => compareText(a, b));
  return `${JSON.stringify(Object.fromEntries(order), undefined, 2)}\n`;
}

function parseJson(path: string, text: string): { data: unknown; fault?: VFileMessage } {
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const [, line = '1', column = '1'] = /line (\d+) column (\d+)/.exec(reason) ?? [];
    const parts = { what: 'JSON', expected: `JSON that parses: ${reason}` };
    return {
      data: undefined,
      fault: createMessage(path, 'invalid-json', { line: Number(line), column: Number(column) }, parts),
    };
  }
}
