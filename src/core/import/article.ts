import { readImprint, type Imprint } from './imprint.ts';
import { isAppeal, isCredit, isFurniture, isSeparator } from './boilerplate.ts';

/** What a page says of itself in its head; anything may be missing. */
export interface PageMetadata {
  readonly title?: string | undefined;
  readonly publisher?: string | undefined;
  readonly authors?: readonly string[] | undefined;
  readonly issued?: string | undefined;
  readonly language?: string | undefined;
  readonly url?: string | undefined;
}

/** A page as it was read: its blocks of text, each on one line, and what its head says. */
export interface PageText {
  readonly blocks: readonly string[];
  readonly metadata: PageMetadata;
}

/** An article taken apart. */
export interface Article extends Imprint {
  /** The paragraphs of its text, without headline, byline, credits and what the paper says on its own behalf. */
  readonly paragraphs: readonly string[];
  /** How many blocks were left out as no part of the article. */
  readonly dropped: number;
}

/** What is known beforehand of papers and agencies. */
export interface PressKnowledge {
  /** Publishers and agencies that sources name. */
  readonly publishers: readonly string[];
  /** Returns the full name of an agency: `Associated Press` for `AP`; `undefined` for what is none. */
  readonly agencyOf: (name: string) => string | undefined;
  /** Returns the publisher that sources name for an address's host. */
  readonly publisherOf: (url: string) => string | undefined;
}

const sentenceEnd = /[.!?…][”"')\]]*$/;
const textWords = 12;

/** Takes an article apart into its imprint and its text. */
export function parseArticle(page: PageText, press: PressKnowledge): Article {
  const blocks = page.blocks.map((block) => block.replaceAll(/\s+/g, ' ').trim()).filter(Boolean);
  const first = blocks.findIndex((block) => isText(block));
  const head = first < 0 ? blocks : blocks.slice(0, first);
  const rest = first < 0 ? [] : blocks.slice(first);
  const end = rest.findIndex((block) => isSeparator(block) || isCredit(block));
  const body = end < 0 ? rest : rest.slice(0, end);
  const tail = end < 0 ? [] : rest.slice(end);
  const paragraphs = body.filter((block) => isText(block) || (!isFurniture(block) && sentenceEnd.test(block)));
  const outside = [...head, ...body.filter((block) => !paragraphs.includes(block)), ...tail];
  const imprint = readImprint({ head, outside, paragraphs, metadata: page.metadata }, press);
  return {
    ...imprint,
    paragraphs: paragraphs.map(dropDateline),
    dropped: outside.filter((block) => isFurniture(block)).length,
  };
}

/** Splits plain text into blocks: paragraphs stand between empty lines; lines broken at a width are joined again. */
export function splitBlocks(text: string): string[] {
  return text.split(/\r?\n\s*\r?\n/).flatMap((block) => {
    const lines = block.split(/\r?\n/).map((line) => line.trim());
    const full = lines.slice(0, -1);
    const isBroken =
      full.length > 0 && full.every((line) => line.length >= wrapWidth[0] && line.length <= wrapWidth[1]);
    return isBroken ? [lines.join(' ')] : lines;
  });
}

const wrapWidth = [50, 100] as const;

// `YEREVAN, Oct 12 (Reuters) - ` is no part of the first sentence.
function dropDateline(paragraph: string): string {
  return paragraph.replace(
    /^[\p{Lu}\s,./-]{3,40}(?:,\s*[A-Z][a-z]+\.?\s\d{1,2})?\s*(?:\([^)]{2,30}\))?\s*[-–—]+\s+/u,
    '',
  );
}

function isText(block: string): boolean {
  const words = block.split(/\s+/).length;
  return words >= textWords && sentenceEnd.test(block) && !isAppeal(block) && !isFurniture(block) && !isCredit(block);
}
