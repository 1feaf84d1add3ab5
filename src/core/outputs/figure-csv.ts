import type { Measure } from '../series.ts';
import type { ViewContext } from '../views/context.ts';
import { formatCsv } from './data/csv.ts';

const columns = [
  'id',
  'claimant',
  'count',
  'bound',
  'low',
  'high',
  'of',
  'who',
  'part',
  'side',
  'since',
  'as_of',
  'note',
  'sources',
  'address',
] as const;

/** Returns one measure's figures as CSV (RFC 4180, UTF-8); an absent value is an empty cell. */
export function figureCsv({ chronicle, urls }: ViewContext, measure: Measure): string {
  const rows = measure.series.flatMap((series) =>
    series.figures.map((figure) => [
      figure.key,
      figure.by.map((id) => chronicle.actors.get(id)?.name ?? id).join('; '),
      figure.count.text,
      figure.count.bound,
      String(figure.count.low ?? ''),
      String(figure.count.high ?? ''),
      figure.of,
      figure.who,
      figure.part ?? '',
      figure.side,
      measure.since,
      figure.asOf.edtf,
      figure.note ?? '',
      figure.sources.join('; '),
      urls.absolute(urls.statement(figure.key)),
    ]),
  );
  return formatCsv([columns, ...rows]);
}
