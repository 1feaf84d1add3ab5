import type { PressKnowledge } from './article.ts';
import type { ImprintParts } from './imprint.ts';
import { isCredit, isFurniture } from './boilerplate.ts';

const name = String.raw`\p{Lu}[\p{L}\p{M}'’.-]+(?:\s(?:\p{Lu}[\p{L}\p{M}'’.-]+|de|van|der|al|bin))+`;
// Those who wrote are named; where they are stands after `in`.
const credited = new RegExp(
  String.raw`(?<!\b(?:in|at|from)\s(?:\p{L}+\s)?)(?<![\p{L}])(${name})(?=\s+(?:in|at|from)\s+\p{Lu}|\s*(?:,|;|\band\b|$|\.))`,
  'gu',
);

/** Returns the agency whose text an article carries, by its full name. */
export function findAgency({ outside, paragraphs }: ImprintParts, press: PressKnowledge): string | undefined {
  const patterns = [
    /\bvia (?:the )?([\p{Lu}][\p{L}\p{N}/ ]*?)(?: news ?wire| wire)?$/iu,
    /^\(?(?:source|agency|from|by):? (?:the )?(.+?)\)?$/iu,
    /\bcopyright (?:©|\(c\))?\s*\d{4}\s+(?:by\s+)?(?:the )?([\p{L}\p{N}/ -]+)/iu,
    /\(c\)\s*\d{4}\s+(?:the )?([\p{L}\p{N}/ -]+)/iu,
    /^(?:the )?([\p{Lu}][\p{L} ]+?) (?:writers?|reporters?|journalists?|correspondents?)\b/u,
    /^[\p{Lu}\s,./-]{3,60}[^()]{0,12}\(([\p{L}\p{N}/. -]{2,30})\)/u,
    /^by .+?,\s*(?:the )?([\p{Lu}][\p{L} ]+)$/iu,
  ];
  for (const line of [...outside, ...paragraphs.slice(0, 1)]) {
    for (const pattern of patterns) {
      const found = pattern.exec(line)?.[1]?.trim();
      const agency = found === undefined ? undefined : press.agencyOf(found);
      if (agency !== undefined) return agency;
    }
  }
  return undefined;
}

/** Returns where an article was read: as the page or its address says, else by the paper that its furniture names most. */
export function findPublisher(
  { metadata, outside }: ImprintParts,
  press: PressKnowledge,
  agency: string | undefined,
): { name: string | undefined; doubt?: string } {
  const known = metadata.url === undefined ? undefined : press.publisherOf(metadata.url);
  if (known !== undefined) return { name: known };
  if (metadata.publisher !== undefined) return { name: metadata.publisher };
  const labelled = outside.flatMap(
    (line) => /^(?:publisher|published by|site):?\s+(\p{Lu}.{2,60})$/iu.exec(line)?.[1] ?? [],
  );
  if (labelled[0] !== undefined) return { name: labelled[0] };
  const lines = outside.filter((line) => !isCredit(line));
  const counted = press.publishers
    .filter((publisher) => publisher !== agency)
    .map((publisher) => ({ publisher, lines: lines.filter((line) => namesPublisher(line, publisher)).length }))
    .filter((item) => item.lines > 0)
    .sort((a, b) => b.lines - a.lines || b.publisher.length - a.publisher.length);
  if (counted[0])
    return {
      name: counted[0].publisher,
      doubt: `The publisher was found by ${counted[0].lines} of the page's own lines.`,
    };
  const told = outside.flatMap(
    (line) =>
      /\b(?:notifications|newsletter|alerts?|updates) from ((?:The )?(?:\p{Lu}[\p{L}.-]+ ?){1,4})/u.exec(line)?.[1] ??
      [],
  );
  if (told[0] !== undefined)
    return { name: told[0].trim(), doubt: 'The publisher was found in an appeal of the page.' };
  if (agency !== undefined) return { name: agency, doubt: 'No publisher was found; the agency stands in its place.' };
  if (metadata.url !== undefined)
    return {
      name: new URL(metadata.url).hostname.replace(/^www\./, ''),
      doubt: 'No publisher was found; the host of the address stands in its place.',
    };
  return { name: undefined, doubt: 'No publisher was found: write it into the source.' };
}

/** Returns the writers whom a byline or a credit names. */
export function findAuthors(outside: readonly string[], press: PressKnowledge): string[] {
  const lines = outside.filter((line) => isCredit(line) || /^by\s+\p{Lu}/iu.test(line));
  const names = lines.flatMap((line) => {
    const [writers = ''] = line.split(/[;(]?\s*\bediting by\b/i);
    const bare = writers
      .replace(/^\(?(?:by|(?:additional )?(?:reporting|writing) by)\s+/i, '')
      .replace(/^(?:the )?\p{Lu}[\p{L} ]+? (?:writers?|reporters?|journalists?|correspondents?)\s+/u, '');
    return Array.from(bare.matchAll(credited), (match) => match[1] ?? '');
  });
  return [...new Set(names)].filter((item) => press.agencyOf(item) === undefined);
}

function namesPublisher(line: string, publisher: string): boolean {
  if (publisher.length < 4) return false;
  const at = line.indexOf(publisher);
  const isWord = at >= 0 && !/[\p{L}\p{N}]/u.test((line[at - 1] ?? ' ') + (line[at + publisher.length] ?? ' '));
  return isWord && (isFurniture(line) || line === publisher || line.split(/\s+/).length < 20);
}
