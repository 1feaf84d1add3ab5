import type { ContentMessage } from '../messages.ts';
import { createMessage } from '../messages.ts';
import { createWordFinder } from '../words.ts';
import { ownWords } from './prose.ts';
import type { ReviewInput, SoundRecord } from './reviewer.ts';

/** Reports words that take a side in our own words, and verbs that settle who is right where one side alone speaks. */
export function reviewWords(input: ReviewInput): ContentMessage[] {
  const { entries, actors, places, words } = input;
  if (words.length === 0) return [];
  const names = [...actors.values(), ...places.values()].flatMap(({ data }) => [
    ...data.names.map((name) => name.text),
    ...data.also,
  ]);
  const find = createWordFinder(words, names);
  return [...entries.values()].flatMap((record) => {
    const isOneSided = restsOnOneSide(input, record);
    return ownWords(record).flatMap((run) =>
      find(run.text)
        .filter(({ word }) => word.kind !== 'verb-of-fact' || isOneSided)
        .map(({ word, text, offset }) =>
          createMessage(
            record.path,
            word.kind === 'verb-of-fact' ? 'verb-of-fact' : 'loaded-word',
            run.locate(offset, text),
            {
              what: 'word',
              actual: text,
              expected: `${word.instead.map((item) => `\`${item}\``).join(' or ')}, or quotation marks around the speaker's own words. ${word.reason.replace(/\.$/, '')}`,
            },
          ),
        ),
    );
  });
}

function restsOnOneSide({ actors }: ReviewInput, { data }: SoundRecord<'entries'>): boolean {
  const sides = new Set(data.claims.flatMap((claim) => claim.by).map((id) => actors.get(id)?.data.side));
  return sides.size === 1 && !sides.has('third-party') && data.claims.every((claim) => claim.confirms.length === 0);
}
