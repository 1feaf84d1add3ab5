import type { FigureData } from '../schema.ts';
import type { NumberCandidate } from './numbers.ts';

/** What a number counts, as far as its sentence tells. */
export interface Measure {
  readonly of: FigureData['of'] | undefined;
  readonly who: FigureData['who'] | undefined;
  /** The subject was taken over from the number before. */
  readonly isCarried: boolean;
}

const measures: readonly [FigureData['of'], RegExp][] = [
  ['killed', /\b(?:kill(?:s|ed|ing)?|dead|died|deaths?|death toll|fatalities|lost their lives|bodies)\b/gi],
  ['wounded', /\b(?:wound(?:s|ed|ing)?|injur(?:ed|ing|ies))\b/gi],
  ['missing', /\bmissing\b/gi],
  ['captured', /\b(?:captur(?:ed|ing)|taken prisoner)\b/gi],
  ['displaced', /\b(?:displaced|fled|evacuated|left their homes)\b/gi],
  ['downed', /\b(?:down(?:ed|ing)|sh(?:ot|ooting) down)\b/gi],
  ['destroyed', /\b(?:destroy(?:s|ed|ing)?)\b/gi],
  ['damaged', /\bdamag(?:ed|ing)\b/gi],
  ['detained', /\b(?:detained|arrested)\b/gi],
  ['deployed', /\bdeploy(?:ed|ing)\b/gi],
  ['returned', /\b(?:returned|handed (?:over|to))\b/gi],
  ['released', /\b(?:released|freed|repatriated)\b/gi],
  ['taken', /\b(?:took control of|taken control of|seized|liberated)\b/gi],
  ['used', /\b(?:fired|launched)\b/gi],
];
const subjects: readonly [FigureData['who'], RegExp][] = [
  ['children', /\b(?:child|children|minors?)\b/],
  ['journalists', /\b(?:journalists?|reporters?)\b/],
  ['civilians', /\b(?:civilians?|residents|non-combatants)\b/],
  [
    'military',
    /\b(?:troops|soldiers?|service(?:man|men|woman|women)|military (?:dead|deaths|losses|toll)|service members|military personnel|fighters|conscripts)\b/,
  ],
  ['captives', /\b(?:prisoners|captives|detainees)\b/],
  ['aid-workers', /\b(?:(?:aid|emergency|rescue) workers?|rescuers)\b/],
  ['peacekeepers', /\bpeacekeepers?\b/],
  ['helicopter', /\bhelicopters?\b/],
  ['drone', /\b(?:drones?|UAVs?|unmanned)\b/],
  ['aircraft', /\b(?:warplanes?|aircraft|jets?|planes?)\b/],
  ['tank', /\btanks?\b/],
  ['armoured-vehicle', /\barmou?red (?:personnel carriers?|vehicles?)\b/],
  ['air-defence', /\b(?:anti-aircraft|air[- ]defen[cs]e)\b/],
  ['artillery', /\b(?:artillery|howitzers?)\b/],
  ['rocket', /\b(?:rockets?|missiles?|shells)\b/],
  ['vehicle', /\b(?:vehicles?|trucks?|ambulances?)\b/],
  ['building', /\b(?:houses?|buildings?|homes|schools?|apartments?)\b/],
  ['settlement', /\b(?:villages?|settlements?|towns?)\b/],
  ['all', /\b(?:people|persons|men)\b/],
];
const people = new Set<FigureData['who']>([
  'all',
  'military',
  'civilians',
  'children',
  'journalists',
  'aid-workers',
  'peacekeepers',
]);
const ofPeople = new Set<FigureData['of']>(['killed', 'wounded', 'missing', 'displaced', 'detained']);
const besideNumber = /^\s*(?:(?:were|was|are|is|been|have|has|had|others?|more|\w+ly)\s+)*$/;
const besideVerb = /^\s*(?:(?!and\b|or\b)\w+\s*)?(?:(?:at least|more than|fewer than|less than|close to)\s+)?$/;
const nounSpan = 6;

/** Returns what each number of a sentence counts; its noun follows it, its measure stands next to it or later in the clause. */
export function findMeasures(text: string, numbers: readonly NumberCandidate[]): Measure[] {
  const found: Measure[] = [];
  for (const [index, number] of numbers.entries()) {
    const next = numbers[index + 1]?.start ?? text.length;
    const after =
      text
        .slice(number.end, next)
        .split(/\s+/)
        .slice(0, nounSpan + 1)
        .join(' ')
        .split(/[;.]/)[0] ?? '';
    // In `40 wounded in the town` no noun follows the number.
    const own = (startsWithMeasure(after) ? undefined : firstSubject(after)) ?? tollBefore(text.slice(0, number.start));
    const of = findMeasure(text, number, next);
    const last = found.at(-1);
    // In `killed 90 civilians and wounded 392` the wounded are civilians too; in `a toll of 5,000` they are all.
    const isElided = own === undefined && last?.who !== undefined && of !== undefined && people.has(last.who);
    const isToll = own === undefined && !isElided && of !== undefined && ofPeople.has(of);
    found.push({ of, who: own ?? (isElided ? last?.who : isToll ? 'all' : undefined), isCarried: isElided });
  }
  return found;
}

// `the military toll stood at 84`
function tollBefore(text: string): FigureData['who'] | undefined {
  const kind = /\b(civilian|military) (?:death )?(?:toll|deaths?|losses|dead|casualties)\b[^,;.]{0,30}$/.exec(
    text,
  )?.[1];
  return kind === 'civilian' ? 'civilians' : kind === 'military' ? kind : undefined;
}

function startsWithMeasure(text: string): boolean {
  return measures.some(([, pattern]) => text.trimStart().search(pattern) === 0);
}

function firstSubject(text: string): FigureData['who'] | undefined {
  return subjects
    .map(([who, pattern]) => ({ who, at: pattern.exec(text)?.index ?? -1 }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.who;
}

function findMeasure(text: string, number: NumberCandidate, next: number): FigureData['of'] | undefined {
  const places = measures.flatMap(([of, pattern]) =>
    Array.from(text.matchAll(pattern), (match) => ({ of, start: match.index, end: match.index + match[0].length })),
  );
  const before = places.filter((place) => place.end <= number.start).sort((a, b) => b.end - a.end)[0];
  const after = places.filter((place) => place.start >= number.end).sort((a, b) => a.start - b.start);
  const nearest = after[0];
  // `392 wounded`, `two were wounded`; `killed 90`, `downing two`; else the next one, or the last.
  if (nearest && besideNumber.test(text.slice(number.end, nearest.start))) return nearest.of;
  if (before && besideVerb.test(text.slice(before.end, number.start))) return before.of;
  return (after.find((place) => place.start < next) ?? nearest ?? before)?.of;
}
