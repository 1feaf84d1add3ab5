import type { Chronicle } from '../model.ts';
import type { FigureData } from '../schema.ts';
import { type Attribution, findAttributions, isSourcePhrase } from './attribution.ts';
import { type DateCandidate, findDates } from './dates.ts';
import { findMeasures } from './measures.ts';
import { type Mention, MentionFinder } from './mentions.ts';
import { findActor, type NameIndex } from './name-index.ts';
import { findNumbers, findVagueNumbers, type NumberCandidate } from './numbers.ts';
import { type Sentence, splitSentences } from './sentences.ts';
import { pointTo } from './words.ts';

/** A statement that a sentence may hold. */
export interface ClaimCandidate {
  readonly sentence: number;
  readonly pointer: string;
  readonly verb: string;
  readonly kind: Attribution['kind'];
  readonly by: string;
  readonly about: readonly string[];
  readonly on: string | undefined;
}

/** A number that a sentence may state. */
export interface FigureCandidate {
  readonly sentence: number;
  readonly pointer: string;
  readonly text: string;
  readonly count: string;
  /** Missing where the article's own publisher has no record. */
  readonly by: string | undefined;
  readonly of: FigureData['of'] | undefined;
  readonly who: FigureData['who'] | undefined;
  /** What is counted was taken over from the number before. */
  readonly isCarried: boolean;
  readonly side: string;
  readonly asOf: string | undefined;
}

/** All that was found in an article's text. */
export interface Candidates {
  readonly sentences: number;
  /** Ids with the number of the sentence that names each first. */
  readonly actors: ReadonlyMap<string, number>;
  readonly places: ReadonlyMap<string, number>;
  readonly claims: readonly ClaimCandidate[];
  readonly figures: readonly FigureCandidate[];
  readonly dates: readonly (DateCandidate & { readonly sentence: number })[];
  /** Sentences in which nobody is said to speak. */
  readonly unowned: readonly { readonly sentence: number; readonly pointer: string }[];
  readonly doubts: readonly string[];
}

/** What candidates are looked for in. */
export interface CandidateText {
  readonly paragraphs: readonly string[];
  readonly issued: string | undefined;
  /** The agency or paper that speaks where nobody else does. */
  readonly voice: string | undefined;
}

/** Finds the actors, places, dates, statements and numbers of an article's text. */
export function findCandidates(text: CandidateText, chronicle: Chronicle, index: NameIndex): Candidates {
  const sentences = splitSentences(text.paragraphs);
  const finder = new MentionFinder(chronicle, index);
  const voice = text.voice === undefined ? undefined : findActor(index, text.voice);
  const actors = new Map<string, number>();
  const places = new Map<string, number>();
  const claims: ClaimCandidate[] = [];
  const figures: FigureCandidate[] = [];
  const dates: Candidates['dates'][number][] = [];
  const unowned: Candidates['unowned'][number][] = [];
  const doubts =
    voice === undefined && text.voice !== undefined
      ? [`No actor has the name \`${text.voice}\`: what the article says itself has no claimant.`]
      : [];
  let speaker: string | undefined;
  for (const sentence of sentences) {
    const found = readSentence(sentence, { finder, issued: text.issued, speaker });
    for (const mention of found.mentions) {
      if (mention.actor !== undefined && !actors.has(mention.actor)) actors.set(mention.actor, sentence.number);
      if (mention.place !== undefined && !places.has(mention.place)) places.set(mention.place, sentence.number);
    }
    dates.push(...found.dates.map((date) => ({ ...date, sentence: sentence.number })));
    claims.push(...found.attributions.flatMap((attribution) => toClaim(sentence, found, attribution)));
    figures.push(...toFigures(sentence, found, voice, chronicle));
    if (found.attributions.length === 0)
      unowned.push({ sentence: sentence.number, pointer: pointTo(sentence.text, 0) });
    doubts.push(...wordDoubts(sentence, found));
    speaker = found.attributions.findLast((attribution) => attribution.by !== undefined)?.by ?? speaker;
  }
  if (voice !== undefined && !actors.has(voice)) actors.set(voice, 0);
  return { sentences: sentences.length, actors, places, claims, figures, dates, unowned, doubts };
}

interface ReadSentence {
  readonly mentions: readonly Mention[];
  readonly dates: readonly DateCandidate[];
  readonly attributions: readonly Attribution[];
}

function readSentence(
  { text }: Sentence,
  { finder, issued, speaker }: { finder: MentionFinder; issued: string | undefined; speaker: string | undefined },
): ReadSentence {
  const mentions = finder.find(text);
  return { mentions, dates: findDates(text, issued), attributions: findAttributions(text, mentions, speaker) };
}

function toClaim(
  { number, text }: Sentence,
  { mentions, dates }: ReadSentence,
  attribution: Attribution,
): ClaimCandidate[] {
  if (attribution.by === undefined || attribution.kind === 'counts') return [];
  const object = mentions.find(
    (mention) => mention.start >= attribution.end && mention.actor !== undefined && mention.actor !== attribution.by,
  );
  const isAccused = /accuse|blame|allege/i.test(attribution.verb);
  return [
    {
      sentence: number,
      pointer: pointTo(text, attribution.start),
      verb: attribution.verb,
      kind: attribution.kind,
      by: attribution.by,
      about: isAccused && object?.actor !== undefined ? [object.actor] : [],
      on: dateOf(text, dates, attribution),
    },
  ];
}

function toFigures(
  { number, text }: Sentence,
  found: ReadSentence,
  voice: string | undefined,
  chronicle: Chronicle,
): FigureCandidate[] {
  const numbers = findNumbers(text, found.dates);
  const measures = findMeasures(text, numbers);
  return numbers.map((item, index) => {
    const attribution = ownerOf(item, found.attributions);
    const by = attribution?.by ?? (attribution === undefined ? voice : undefined);
    return {
      sentence: number,
      pointer: pointTo(text, item.start),
      text: item.text,
      count: item.count,
      by,
      of: measures[index]?.of,
      who: measures[index]?.who,
      isCarried: measures[index]?.isCarried ?? false,
      side: sideOf(item, text, found.mentions, by, chronicle),
      asOf: attribution && dateOf(text, found.dates, attribution),
    };
  });
}

// The last who spoke before the number; `said …, according to …` is one statement; where nobody did, who is named after it.
function ownerOf(number: NumberCandidate, attributions: readonly Attribution[]): Attribution | undefined {
  const before = attributions.filter(
    (attribution) => attribution.from < number.start && attribution.start < number.start,
  );
  const spoken = before.findLast((attribution) => !isSourcePhrase(attribution.verb));
  return spoken ?? before.at(-1) ?? attributions.find((attribution) => attribution.start > number.start);
}

// Whose losses: as an adjective before the noun says, else the claimant's own, else everybody's.
function sideOf(
  number: NumberCandidate,
  text: string,
  mentions: readonly Mention[],
  by: string | undefined,
  chronicle: Chronicle,
): string {
  const sides = chronicle.config.sides.map((side) => side.id);
  const after = text.slice(number.end, number.end + 30).split(/[,.;]/)[0] ?? '';
  const adjective = sides.find((side) =>
    new RegExp(`^\\s+(?:\\w+\\s+)?${side.replace(/n$/, '')}\\w*`, 'i').test(after),
  );
  const named = mentions.find(
    (mention) => mention.start >= number.end && mention.start <= number.end + 20 && mention.actor !== undefined,
  );
  const side = adjective ?? chronicle.actors.get(named?.actor ?? '')?.side ?? chronicle.actors.get(by ?? '')?.side;
  return side !== undefined && sides.includes(side) ? side : 'all';
}

// `said last week`: the date right after the verb is when it was said.
function dateOf(text: string, dates: readonly DateCandidate[], attribution: Attribution): string | undefined {
  return dates.find(
    (date) => date.start >= attribution.end && /^\s*(?:on\s+|in\s+)?$/.test(text.slice(attribution.end, date.start)),
  )?.edtf;
}

function wordDoubts({ number, text }: Sentence, { mentions, attributions }: ReadSentence): string[] {
  return [
    ...attributions.flatMap((item) =>
      item.speaker === 'carried'
        ? [`Sentence ${number}: \`${item.words}\` was taken for \`${item.by}\`, who spoke before.`]
        : item.speaker === 'unknown'
          ? [`Sentence ${number}: no record was found for who \`${item.verb}\` (\`${item.words}\`).`]
          : [],
    ),
    ...attributions
      .filter((item) => (item.kind === 'denies' || item.kind === 'confirms') && item.by !== undefined)
      .map((item) => `Sentence ${number}: \`${item.verb}\` answers a claim; name it under \`${item.kind}:\`.`),
    ...mentions
      .filter((mention) => mention.others.length > 0)
      .map(
        (mention) =>
          `Sentence ${number}: \`${mention.text}\` may also be ${mention.others.map((id) => `\`${id}\``).join(', ')}.`,
      ),
    ...findVagueNumbers(text).map(
      (word) => `Sentence ${number}: \`${word}\` states no number; no figure was made of it.`,
    ),
  ];
}
