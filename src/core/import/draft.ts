import { unwrittenMark } from '../check-unwritten.ts';
import type { Chronicle } from '../model.ts';
import { slugOf } from '../names.ts';
import { formatRecord } from '../record-text.ts';
import type { EntryKind } from '../schema.ts';
import type { Article } from './article.ts';
import type { Candidates, ClaimCandidate, FigureCandidate } from './candidates.ts';
import { findKin, findSame, mostCommon } from './press-knowledge.ts';

/** A file that the import proposes, by its path from the content folder. */
export interface ProposedFile {
  readonly path: string;
  readonly text: string;
}

/** An article of which enough is known for a source and a draft. */
export type DatedArticle = Article & { readonly headline: string; readonly publisher: string; readonly issued: string };

/** What the import proposes: a source, unless there is a record of it, and a draft entry. */
export interface ImportDraft {
  readonly sourceId: string;
  readonly source: ProposedFile | undefined;
  readonly entry: ProposedFile;
  readonly doubts: readonly string[];
}

const idWords = 5;
const noArchive = 'No archived copy was recorded when the page was saved.';
const noAddress = 'The address was not recorded when the page was saved.';
const fillers = new Set([
  'a',
  'an',
  'the',
  'of',
  'in',
  'on',
  'at',
  'to',
  'for',
  'and',
  'as',
  'by',
  'with',
  'from',
  's',
]);
const kinds: readonly [EntryKind, RegExp][] = [
  ['ceasefire', /\b(?:truce|cease-?fire)\b/gi],
  ['strike', /\b(?:shell(?:ed|ing)|rockets?|missiles?|strikes?|bomb(?:ed|ing))\b/gi],
  ['captives', /\b(?:prisoners?|captives?)\b/gi],
  ['displacement', /\b(?:refugees|displaced|evacuat\w+)\b/gi],
  ['diplomacy', /\b(?:talks|foreign ministers?|negotiat\w+|envoys?|summit)\b/gi],
  ['fighting', /\b(?:fighting|clashes|offensive|troops)\b/gi],
];

/** Returns the files that an article becomes; they hold its imprint, ids and pointers, and none of its sentences. */
export function draftImport(article: DatedArticle, candidates: Candidates, chronicle: Chronicle): ImportDraft {
  const doubts: string[] = [];
  const same = findSame(chronicle, article.url, article.headline, article.issued);
  const kin = findKin(chronicle, article.publisher, article.agency);
  const sourceId =
    same?.id ??
    nameSource(
      article,
      kin.map((source) => source.id),
    );
  if (same) doubts.push(`The source has a record, \`${same.id}\`; the draft cites it and no second one is proposed.`);
  const sourceClass = mostCommon(kin.map((source) => source.class));
  const party = mostCommon(kin.map((source) => source.party));
  if (!same)
    doubts.push(
      sourceClass === undefined
        ? 'The class `newspaper` and the party `none` are guesses: no other source is of this publisher.'
        : `The class \`${sourceClass}\` and the party \`${party}\` are those of \`${kin[0]?.id}\`.`,
    );
  const kind = guessKind(article.paragraphs.join(' '));
  doubts.push(`The kind \`${kind}\` is a guess from the words used.`);
  const source = {
    title: article.headline,
    type: 'article-newspaper',
    publisher: article.publisher,
    ...(article.agency === undefined ? {} : { agency: article.agency }),
    ...(article.authors.length === 0 ? {} : { author: article.authors }),
    issued: article.issued,
    language: article.language,
    ...(article.url === undefined ? { 'url-missing': noAddress } : { url: article.url }),
    'archive-missing': noArchive,
    class: sourceClass ?? 'newspaper',
    party: party ?? 'none',
  };
  const date = article.issued;
  const slug = slugWords(article.headline);
  return {
    sourceId,
    source: same ? undefined : { path: `sources/${sourceId}.md`, text: formatRecord(source) },
    entry: {
      path: `entries/${date.slice(0, 4)}/${date.slice(5, 7)}/${date}-${slug}.md`,
      text: formatRecord(
        draftEntry({ article, candidates, chronicle, sourceId, kind }),
        draftBody(candidates, sourceId),
      ),
    },
    doubts,
  };
}

interface EntryParts {
  readonly article: DatedArticle;
  readonly candidates: Candidates;
  readonly chronicle: Chronicle;
  readonly sourceId: string;
  readonly kind: EntryKind;
}

function draftEntry({ article, candidates, chronicle, sourceId, kind }: EntryParts) {
  const date = article.issued;
  const claims = candidates.claims.map((claim, index, all) => draftClaim(claim, all.slice(0, index), sourceId));
  const figures = candidates.figures
    .filter(isWhole)
    .map((figure, index, all) => draftFigure(figure, all.slice(0, index), sourceId, date));
  const places = [...candidates.places.keys()].filter((id) => chronicle.places.get(id)?.kind !== 'country');
  const claimants = new Set(claims.map((claim) => claim.by));
  return {
    title: `${unwrittenMark} a neutral headline`,
    date,
    kind,
    summary: `${unwrittenMark} one or two sentences that say who says what`,
    ...(places.length === 0 ? {} : { places }),
    actors: [...candidates.actors.keys()].filter((id) => !claimants.has(id)),
    sources: [sourceId],
    ...(claims.length === 0 ? {} : { claims }),
    ...(figures.length === 0 ? {} : { figures }),
    status: 'draft',
  };
}

function draftClaim(claim: ClaimCandidate, before: readonly ClaimCandidate[], sourceId: string) {
  const base = `s${claim.sentence}-${slugOf(claim.verb)}`.replaceAll(' ', '-');
  const same = before.filter((other) => other.sentence === claim.sentence && other.verb === claim.verb).length;
  return {
    id: same === 0 ? base : `${base}-${same + 1}`,
    by: claim.by,
    says: `${unwrittenMark} sentence ${claim.sentence}: “${claim.pointer}”`,
    ...(claim.about.length === 0 ? {} : { about: claim.about }),
    ...(claim.on === undefined ? {} : { on: claim.on }),
    sources: [sourceId],
  };
}

type WholeFigure = FigureCandidate & { by: string; of: string; who: string };

function isWhole(figure: FigureCandidate): figure is WholeFigure {
  return figure.by !== undefined && figure.of !== undefined && figure.who !== undefined;
}

function draftFigure(figure: WholeFigure, before: readonly WholeFigure[], sourceId: string, date: string) {
  const base = `s${figure.sentence}-${figure.who}-${figure.of}`;
  const same = before.filter(
    (other) => other.sentence === figure.sentence && other.who === figure.who && other.of === figure.of,
  ).length;
  return {
    id: same === 0 ? base : `${base}-${same + 1}`,
    by: figure.by,
    count: /^\d+$/.test(figure.count) ? Number(figure.count) : figure.count,
    of: figure.of,
    who: figure.who,
    side: figure.side,
    ...(figure.asOf === undefined || figure.asOf === date ? {} : { 'as-of': figure.asOf }),
    sources: [sourceId],
  };
}

function draftBody(candidates: Candidates, sourceId: string): string {
  const rows = candidates.unowned.map(({ sentence, pointer }) => `- Sentence ${sentence}: “${pointer}”`);
  return [
    `${unwrittenMark} the text, in your own words, with a source for each statement [@${sourceId}].`,
    ...(rows.length === 0
      ? []
      : [`${unwrittenMark} Sentences that name no speaker, for the article's own claims:`, rows.join('\n')]),
  ].join('\n\n');
}

function nameSource(article: DatedArticle, kin: readonly string[]): string {
  const prefixes = kin.flatMap((id) => /^([a-z][a-z0-9-]*?)-\d{4}(?:-\d{2}){0,2}-/.exec(id)?.[1] ?? []);
  const prefix = mostCommon(prefixes) ?? slugOf(article.publisher);
  return `${prefix}-${article.issued}-${slugWords(article.headline)}`;
}

// A slug has a letter and does not begin like a day.
function slugWords(headline: string): string {
  const words = slugOf(headline)
    .replaceAll(/[^a-z0-9-]/g, '')
    .split('-')
    .filter((word) => word !== '' && !fillers.has(word));
  const slug = words.slice(0, idWords).join('-');
  return /^[a-z]/.test(slug) ? slug : `report-${slug}`.replace(/-$/, '');
}

function guessKind(text: string): EntryKind {
  const counted = kinds.map(([kind, pattern]) => ({ kind, count: text.match(pattern)?.length ?? 0 }));
  return counted.sort((a, b) => b.count - a.count)[0]?.kind ?? 'background';
}
