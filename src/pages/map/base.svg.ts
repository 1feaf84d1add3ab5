import type { APIRoute } from 'astro';
import { baseSvg } from '../../core/outputs/base-svg.ts';
import { loadMapData } from '../../site/map-data.ts';

export const GET: APIRoute = async () =>
  new Response(baseSvg(await loadMapData()), { headers: { 'content-type': 'image/svg+xml' } });
