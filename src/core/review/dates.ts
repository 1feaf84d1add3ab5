import { formatDate, requireDate } from '../dates.ts';
import type { ContentMessage } from '../messages.ts';
import { locate, reportAt, type ReviewInput } from './reviewer.ts';

/** Reports statements all of whose sources were published before they were made. */
export function reviewDates({ entries, sources }: ReviewInput): ContentMessage[] {
  return [...entries.values()].flatMap((record) => {
    const { claims, figures, date } = record.data;
    const statements = [
      ...claims.map((claim, index) => ({ ...claim, made: claim.on ?? date, path: ['claims', index] })),
      ...figures.map((figure, index) => ({ ...figure, made: figure['as-of'] ?? date, path: ['figures', index] })),
    ];
    return statements.flatMap((statement) => {
      const made = requireDate(statement.made);
      const found = statement.sources.map((id) => sources.get(id));
      const isEarly = found.every((source) => {
        const issued = source?.data.issued;
        return issued !== undefined && requireDate(issued).end < made.start;
      });
      const [first] = found;
      if (!isEarly || !first) return [];
      return [
        reportAt(record, 'early-source', [...statement.path, 'sources', 0], {
          what: `source of ${formatDate(requireDate(first.data.issued ?? ''))}`,
          actual: first.id,
          expected: `one of ${formatDate(made)} or later, when this was stated, or an earlier \`${'says' in statement ? 'on' : 'as-of'}\` here`,
          related: [{ path: first.path, ...locate(first, ['issued']) }],
        }),
      ];
    });
  });
}
