import type { APIRoute } from 'astro';
import { mapFile } from '../../core/outputs/map-file.ts';
import { loadContext } from '../../site/chronicle.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(mapFile(await loadContext())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
