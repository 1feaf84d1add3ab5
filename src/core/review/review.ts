import type { ContentMessage } from '../messages.ts';
import type { ReadRecord } from '../read-record.ts';
import type { ConfigData, WordData } from '../schema.ts';
import { reviewAlone } from './alone.ts';
import { reviewCoordinates } from './coordinates.ts';
import { reviewDates } from './dates.ts';
import { reviewDenials } from './denials.ts';
import { reviewDuplicates } from './duplicates.ts';
import { reviewFigures } from './figures.ts';
import { reviewNames } from './names.ts';
import { reviewInput } from './reviewer.ts';
import { reviewSources } from './sources.ts';
import { reviewWords } from './words.ts';

/** Reads the sound records as a careful colleague would; all that it finds are warnings. */
export function reviewRecords(
  records: readonly ReadRecord[],
  config: ConfigData | undefined,
  words: readonly WordData[],
): ContentMessage[] {
  const input = reviewInput(records, config, words);
  return [
    reviewDuplicates,
    reviewDates,
    reviewDenials,
    reviewCoordinates,
    reviewSources,
    reviewFigures,
    reviewWords,
    reviewNames,
  ]
    .flatMap((review) => review(input))
    .concat(records.filter((record) => !record.reviewed).flatMap(reviewAlone));
}
