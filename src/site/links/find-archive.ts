import { z } from 'zod';
import type { AskOptions } from './ask-link.ts';

/** The Internet Archive's answer to which copy it holds. */
const availabilitySchema = z.object({
  archived_snapshots: z.object({
    closest: z.object({ available: z.boolean(), url: z.url(), status: z.string() }).optional(),
  }),
});

/** Where the Internet Archive tells which copies it holds. */
export const availabilityAddress = 'https://archive.org/wayback/available';

/**
 * Returns the archived copy of an address nearest to a day, or `undefined` if there is none. Fails where the archive cannot
 * be asked.
 */
export async function findArchive(
  address: string,
  day: string | undefined,
  api: string,
  { agent, timeout }: Pick<AskOptions, 'agent' | 'timeout'>,
): Promise<string | undefined> {
  const question = new URL(api);
  question.searchParams.set('url', address);
  if (day !== undefined) question.searchParams.set('timestamp', day.replaceAll('-', ''));
  const response = await fetch(question, { headers: { 'user-agent': agent }, signal: AbortSignal.timeout(timeout) });
  if (!response.ok) throw new Error(`The archive answered with ${response.status}`);
  const { closest } = availabilitySchema.parse(await response.json()).archived_snapshots;
  return closest?.available && closest.status === '200' ? closest.url.replace(/^http:/, 'https:') : undefined;
}
