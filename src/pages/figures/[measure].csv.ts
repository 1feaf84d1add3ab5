import type { APIRoute, GetStaticPaths } from 'astro';
import { figureCsv } from '../../core/outputs/figure-csv.ts';
import { type Measure, measuresOf } from '../../core/series.ts';
import { loadContext } from '../../site/chronicle.ts';

export const getStaticPaths = (async () => {
  const { chronicle } = await loadContext();
  return measuresOf(chronicle).map((measure) => ({
    params: { measure: measure.id },
    props: { measure },
  }));
}) satisfies GetStaticPaths;

export const GET: APIRoute<{ measure: Measure }> = async ({ props }) =>
  new Response(figureCsv(await loadContext(), props.measure), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  });
