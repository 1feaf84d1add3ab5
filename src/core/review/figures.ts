import { buildEntry } from '../build-records.ts';
import { formatCount } from '../counts.ts';
import { formatDate } from '../dates.ts';
import type { ContentMessage } from '../messages.ts';
import type { Figure } from '../model.ts';
import { groupMeasures } from '../series.ts';
import { locate, reportAt, type ReviewInput } from './reviewer.ts';

// Running totals of these may fall: people are found, freed or go home.
const changing = new Set<Figure['of']>([
  'missing',
  'missing-or-captured',
  'killed-or-missing',
  'captured',
  'held',
  'displaced',
  'stranded',
  'detained',
  'deployed',
]);

/** Reports a running total below an earlier one of the same claimant. */
export function reviewFigures({ entries }: ReviewInput): ContentMessage[] {
  const figures = [...entries.values()].flatMap((record) => buildEntry(record, record.data).figures);
  return groupMeasures(figures.filter((figure) => !changing.has(figure.of))).flatMap((measure) =>
    measure.series.flatMap((series) =>
      series.figures.flatMap((figure, index) => {
        const earlier = series.figures
          .slice(0, index)
          .findLast((other) => other.asOf.end < figure.asOf.start && isBelow(figure, other));
        return earlier ? [report(figure, earlier)] : [];
      }),
    ),
  );

  function report(figure: Figure, earlier: Figure): ContentMessage {
    const [record, first] = [entries.get(figure.entry), entries.get(earlier.entry)];
    if (!record || !first) throw new RangeError(`No entry for the figure ${figure.key}`);
    const path = ['figures', record.data.figures.findIndex((item) => item.id === figure.id), 'count'];
    const before = ['figures', first.data.figures.findIndex((item) => item.id === earlier.id), 'count'];
    const at = locate(first, before);
    return reportAt(record, 'falling-figure', path, {
      what: 'running total',
      actual: figure.count.text,
      expected: `no less than ${formatCount(earlier.count)}, given by the same claimant for ${formatDate(earlier.asOf)} in ${first.path}:${at.line}:${at.column}, or a \`part\` or \`note\` that says what else it counts`,
      related: [{ path: first.path, ...at }],
    });
  }
}

function isBelow(figure: Figure, earlier: Figure): boolean {
  if (figure.note !== undefined && figure.note !== earlier.note) return false;
  const { high } = figure.count;
  const { low, bound } = earlier.count;
  // What was said with "about" is not exact enough to be contradicted.
  if (bound === 'about' || figure.count.bound === 'about') return false;
  return high !== undefined && low !== undefined && high < low;
}
