import type { PageMetadata, PressKnowledge } from './article.ts';
import { findAgency, findAuthors, findPublisher } from './press.ts';
import { isFurniture } from './boilerplate.ts';
import { findWholeDates } from './dates.ts';
import { findLanguage } from './language.ts';

/** Who published what, when and in which language. What nobody could say is missing. */
export interface Imprint {
  readonly headline: string | undefined;
  readonly publisher: string | undefined;
  readonly agency: string | undefined;
  readonly authors: readonly string[];
  /** The day, `2020-10-29`. */
  readonly issued: string | undefined;
  readonly language: string;
  readonly url: string | undefined;
  /** What was guessed, in words. */
  readonly doubts: readonly string[];
}

/** The parts of an article in which its imprint stands. */
export interface ImprintParts {
  readonly head: readonly string[];
  readonly outside: readonly string[];
  readonly paragraphs: readonly string[];
  readonly metadata: PageMetadata;
}

const headlineWords = [3, 30] as const;

/** Reads the imprint: the page's own metadata first, then its lines. */
export function readImprint(parts: ImprintParts, press: PressKnowledge): Imprint {
  const { metadata, head, outside, paragraphs } = parts;
  const doubts: string[] = [];
  const doubt = (text: string | undefined) => {
    if (text !== undefined) doubts.push(text);
  };
  const agency = findAgency(parts, press);
  const publisher = findPublisher(parts, press, agency);
  doubt(publisher.doubt);
  const headline = metadata.title ?? findHeadline(head);
  if (headline === undefined) doubt('No headline was found: write the title of the source.');
  const issued = toDay(metadata.issued) ?? findDay([...head, ...outside, ...paragraphs.slice(0, 1)]);
  if (issued === undefined) doubt('No date of publication was found: relative dates such as `Thursday` were left out.');
  const language = findLanguage(metadata.language, paragraphs.join(' '));
  doubt(language.doubt);
  return {
    headline: headline?.trim(),
    publisher: publisher.name,
    agency: agency === publisher.name ? undefined : agency,
    authors: metadata.authors && metadata.authors.length > 0 ? metadata.authors : findAuthors(outside, press),
    issued,
    language: language.tag,
    url: metadata.url,
    doubts,
  };
}

function findHeadline(head: readonly string[]): string | undefined {
  const labelled = head.find((line) => /^(?:headline|title):\s/i.test(line));
  if (labelled) return labelled.replace(/^\w+:\s*/, '');
  return head.find((line) => {
    const words = line.split(/\s+/).length;
    return words >= headlineWords[0] && words <= headlineWords[1] && !isFurniture(line) && !isImprintLine(line);
  });
}

function isImprintLine(line: string): boolean {
  return /^(?:by|via|from|source|published|updated|posted)\b/i.test(line) || findDay([line]) !== undefined;
}

// A day with its year; `Thursday` or `29 October` alone could be any year's.
function findDay(lines: readonly string[]): string | undefined {
  return lines.flatMap((line) => findWholeDates(line))[0]?.edtf;
}

function toDay(text: string | undefined): string | undefined {
  return text === undefined ? undefined : /^\d{4}-\d{2}-\d{2}/.exec(text)?.[0];
}
