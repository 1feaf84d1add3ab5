import type { Mention } from './mentions.ts';

/** What is done with what is said; `counts` only gives numbers, so that it makes a figure and no claim. */
export type AttributionKind = 'says' | 'denies' | 'confirms' | 'counts';

/** A place in a sentence at which somebody is said to have said something. */
export interface Attribution {
  readonly kind: AttributionKind;
  /** The verb as written: `accused`. */
  readonly verb: string;
  readonly start: number;
  readonly end: number;
  /** Where the words begin that name the speaker. */
  readonly from: number;
  readonly by: string | undefined;
  /** How sure the speaker is: named here, carried over from before, or nobody who has a record. */
  readonly speaker: 'named' | 'carried' | 'unknown';
  /** The words that stand for the speaker where no record was found. */
  readonly words: string;
}

const verbs: readonly [AttributionKind, RegExp][] = [
  ['denies', /\b(?:den(?:y|ies|ied)|reject(?:s|ed)?|dismiss(?:es|ed)?|refute[sd]?)\b/gi],
  ['confirms', /\b(?:confirm(?:s|ed)?|acknowledge[sd]?|admit(?:s|ted)?)\b/gi],
  [
    'says',
    /\b(?:sa(?:y|ys|id)|report(?:s|ed)|state[sd]|claim(?:s|ed)|announce[sd]?|add(?:s|ed)|insist(?:s|ed)|declare[sd]?|warn(?:s|ed)|accuse[sd]?|blame[sd]?|allege[sd]|told|tells|note[sd]|estimate[sd]|wrote|writes|sp(?:eaks|oke|oken) of|cite[sd]|according to)\b/gi,
  ],
  ['counts', /\b(?:count(?:s|ed)|g(?:ives|ave)|puts?|list(?:s|ed)|record(?:s|ed)|published)\b(?=[^.;]*\d)/gi],
];
// `was reported`, `than officially reported`, `a claim`: nobody speaks here.
const noSpeaker =
  /\b(?:was|were|been|being|is|are|be|officially|than|a|the|this|that|their|its|his|her|of|have been)\s+$/i;
const pronoun =
  /\b(?:he|she|it|they|(?:the|that) (?:ministry|army|office|agency|statement|president|minister|spokes\w+|official|governor))\b/i;
// `according to the ministry` means the one that spoke before.
const leadingPronoun = new RegExp(`^\\s*(?:${pronoun.source})(?!\\s+of\\b)`, 'i');
const bareBody = /\b(?:officials?|authorities|rescuers|residents|witnesses|police|doctors)\s*$/i;
const gapWords = 7;
const pronounSpan = 25;
// `X, the ombudsman, said`, `X, quoted by Y, gave`: who speaks stands before the aside.
const aside = /,[^,;.]*,\s*(?:\w+\s){0,2}$/;

/** Finds who says something in a sentence. `before` is the speaker of the sentences before it, for `he` and `the ministry`. */
export function findAttributions(
  text: string,
  mentions: readonly Mention[],
  before: string | undefined,
): Attribution[] {
  const found: Attribution[] = [];
  for (const { kind, verb, start, end } of findVerbs(text)) {
    const isPhrase = isSourcePhrase(verb);
    const lead = text.slice(0, start);
    // `United States` is a name.
    const isName = mentions.some((mention) => mention.start <= start && mention.end >= end);
    if (isName || (!isPhrase && noSpeaker.test(lead))) continue;
    const last = found.at(-1);
    const named = isPhrase
      ? findAfter(text, mentions, end)
      : (findBefore(text, mentions, start, last) ?? findInverted(text, mentions, start, end));
    const base = { kind, verb, start, end };
    // In `said that, according to …` it is one statement.
    if (isPhrase && !named && last?.by !== undefined) continue;
    // `gave way`, `put on`: without somebody who counts these are other verbs.
    if (kind === 'counts' && !named && !pronoun.test(lead.slice(-pronounSpan))) continue;
    if (named) {
      found.push({ ...base, from: Math.min(named.start, start), by: named.actor, speaker: 'named', words: named.text });
    } else if (last && !isPhrase && isCoordinated(text.slice(last.end, start))) {
      found.push({ ...base, from: last.from, by: last.by, speaker: last.speaker, words: last.words });
    } else {
      const clause = lead.slice(Math.max(lead.lastIndexOf(','), lead.lastIndexOf(';')) + 1);
      const isCarried = isPhrase ? leadingPronoun.test(text.slice(end)) : pronoun.test(clause) || bareBody.test(lead);
      const words = isPhrase
        ? text.slice(end).trim().split(/\s+/).slice(0, 4).join(' ')
        : clause.trim().split(/\s+/).slice(-4).join(' ');
      found.push({
        ...base,
        from: start,
        by: isCarried ? before : undefined,
        speaker: isCarried && before ? 'carried' : 'unknown',
        words,
      });
    }
  }
  return found;
}

/** Tells whether an attribution is the phrase `according to`, which may stand within another's statement. */
export function isSourcePhrase(verb: string): boolean {
  return verb.toLowerCase() === 'according to';
}

function findVerbs(text: string) {
  return verbs
    .flatMap(([kind, pattern]) =>
      Array.from(text.matchAll(pattern), (match) => ({
        kind,
        verb: match[0],
        start: match.index,
        end: match.index + match[0].length,
      })),
    )
    .sort((a, b) => a.start - b.start);
}

// The nearest actor before the verb, unless another verb with its own speaker stands between and joins them by `and`.
function findBefore(
  text: string,
  mentions: readonly Mention[],
  start: number,
  last: Attribution | undefined,
): Mention | undefined {
  const asideStart = aside.exec(text.slice(0, start))?.index;
  const beforeAside = mentions.find((mention) => mention.actor !== undefined && mention.end === asideStart);
  if (beforeAside) return beforeAside;
  const clause = mentions.findLast((mention) => mention.actor !== undefined && mention.end <= start);
  if (!clause) return undefined;
  const gap = text.slice(clause.end, start);
  const isNear = gap.trim().split(/\s+/).length <= gapWords && !/[;.]/.test(gap) && !/\bofficials\s*$/.test(gap);
  // In `X said that Y fired and added …` the one who added is X.
  const isOther = last !== undefined && clause.start > last.end && /\b(?:and|but)\s+(?:also\s+)?$/.test(gap);
  return isNear && !isOther && !pronoun.test(gap) ? clause : undefined;
}

// `"…," said Vahram Poghosyan`: the speaker follows.
function findInverted(text: string, mentions: readonly Mention[], start: number, end: number): Mention | undefined {
  return /[,”"]\s*$/.test(text.slice(0, start)) ? findAfter(text, mentions, end) : undefined;
}

function findAfter(text: string, mentions: readonly Mention[], end: number): Mention | undefined {
  const after = mentions.find((mention) => mention.actor !== undefined && mention.start >= end);
  if (!after) return undefined;
  const gap = text.slice(end, after.start);
  return gap.trim().split(/\s+/).length <= gapWords && !/[,;.]/.test(gap) ? after : undefined;
}

function isCoordinated(gap: string): boolean {
  return /\b(?:and|but)\s+(?:also\s+|has\s+|have\s+)*$/i.test(gap);
}
