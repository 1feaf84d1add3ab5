import { formatDate, parseDate } from '../dates.ts';
import { measureLabel } from '../labels.ts';
import { answerKinds, type FigureData, figureSubjects } from '../schema.ts';
import type { NameOf } from './model.ts';
import { asList, asRecord, asText, compareLists, endSentence, isSame, quote, quoteBoth } from './words.ts';

type Fields = Readonly<Record<string, unknown>>;

const shortLimit = 80;

/** Returns which claims were added, removed or changed, and how. */
export function claimSentences(before: readonly unknown[], after: readonly unknown[], nameOf: NameOf): string[] {
  const label = (claim: Fields) => `by ${makers(claim, nameOf)}: ${quote(asText(claim['says']))}`;
  return compareById(before, after, {
    added: (claim) => endSentence(`Claim added, ${label(claim)}`),
    removed: (claim) => endSentence(`Claim removed, ${label(claim)}`),
    changed: (old, now) => {
      const parts = [
        ...describeWords(asText(old['says']), asText(now['says'])),
        ...describeShared(old, now, nameOf),
        ...describeDate('said on', 'the day of the entry', old['on'], now['on']),
        ...answerKinds.flatMap((kind) => describeAnswers(kind, old[kind], now[kind])),
        ...describeIds('about', 'actors', old['about'], now['about'], nameOf),
      ];
      return endSentence(
        `Claim by ${makers(now, nameOf)}, ${quote(asText(now['says']), shortLimit)}: ${parts.join('; ') || 'edited'}`,
      );
    },
  });
}

/** Returns which figures were added, removed or changed, and how. */
export function figureSentences(before: readonly unknown[], after: readonly unknown[], nameOf: NameOf): string[] {
  const label = (figure: Fields) => `${measure(figure)}: ${asText(figure['count'])}, by ${makers(figure, nameOf)}`;
  return compareById(before, after, {
    added: (figure) => `Figure added. ${label(figure)}.`,
    removed: (figure) => `Figure removed. ${label(figure)}.`,
    changed: (old, now) => {
      const parts = [
        ...(isSame(old['count'], now['count']) ? [] : [`${asText(old['count'])} became ${asText(now['count'])}`]),
        ...(measure(old) === measure(now) ? [] : [`counted as ${measure(old).toLowerCase()} before`]),
        ...describeShared(old, now, nameOf),
        ...describeDate('as of', 'the day of the entry', old['as-of'], now['as-of']),
        ...describeDate('counted since', 'no earlier day', old['since'], now['since']),
        ...(isSame(old['side'], now['side']) ? [] : [`side ${asText(now['side'])}, before ${asText(old['side'])}`]),
        ...(isSame(old['note'], now['note']) ? [] : ['note edited']),
        ...describeIds('for', 'places', old['places'], now['places'], nameOf),
      ];
      return `Figure by ${makers(now, nameOf)}, ${measure(now).toLowerCase()}: ${parts.join('; ') || 'edited'}.`;
    },
  });
}

// Vocabularies grow and shrink; what is in none of today's is shown as it was written.
function measure(figure: Fields): string {
  const who = figureSubjects.find((subject) => subject === figure['who']);
  if (!who) return `${asText(figure['who'])} ${asText(figure['of'])}`;
  const { of, part } = figure as Pick<FigureData, 'of' | 'part'>;
  return measureLabel({ of, who, part });
}

interface Wording {
  readonly added: (item: Fields) => string;
  readonly removed: (item: Fields) => string;
  readonly changed: (before: Fields, after: Fields) => string;
}

function compareById(before: readonly unknown[], after: readonly unknown[], wording: Wording): string[] {
  const byId = (list: readonly unknown[]) =>
    new Map(list.map((item) => [asText(asRecord(item)['id']), asRecord(item)]));
  const [old, now] = [byId(before), byId(after)];
  const sentences = [...now].flatMap(([id, item]) => {
    const earlier = old.get(id);
    if (!earlier) return [wording.added(item)];
    return isSame(earlier, item) ? [] : [wording.changed(earlier, item)];
  });
  return [...sentences, ...[...old].flatMap(([id, item]) => (now.has(id) ? [] : [wording.removed(item)]))];
}

function describeWords(before: string, after: string): string[] {
  if (before === after) return [];
  const [old, now] = quoteBoth(before, after);
  return [`reworded from ${old} to ${now}`];
}

function describeShared(old: Fields, now: Fields, nameOf: NameOf): string[] {
  return [
    ...(isSame(old['by'], now['by']) ? [] : [`made by ${makers(old, nameOf)} before`]),
    ...describeIds('source', 'sources', old['sources'], now['sources'], nameOf),
  ];
}

function describeIds(
  label: string,
  folder: 'actors' | 'places' | 'sources',
  before: unknown,
  after: unknown,
  nameOf: NameOf,
): string[] {
  const { added, removed } = compareLists(asList(before), asList(after));
  const names = (ids: readonly unknown[]) => ids.map((id) => nameOf(folder, asText(id))).join(', ');
  return [
    ...(added.length > 0 ? [`${label} added: ${names(added)}`] : []),
    ...(removed.length > 0 ? [`${label} removed: ${names(removed)}`] : []),
  ];
}

function describeAnswers(kind: string, before: unknown, after: unknown): string[] {
  const { added, removed } = compareLists(asList(before), asList(after));
  const names = (ids: readonly unknown[]) => ids.map(asText).join(', ');
  return [
    ...(added.length > 0 ? [`now ${kind} ${names(added)}`] : []),
    ...(removed.length > 0 ? [`no longer ${kind} ${names(removed)}`] : []),
  ];
}

function describeDate(label: string, absent: string, before: unknown, after: unknown): string[] {
  if (isSame(before, after)) return [];
  const word = (value: unknown) => {
    const date = parseDate(asText(value));
    return date ? formatDate(date) : asText(value) || absent;
  };
  return [`${label} ${word(after)}, before ${word(before)}`];
}

function makers(item: Fields, nameOf: NameOf): string {
  return asList(item['by'])
    .map((id) => nameOf('actors', asText(id)))
    .join(', ');
}
