import type { APIRoute } from 'astro';
import { nameRows } from '../core/outputs/name-file.ts';
import { loadContext } from '../site/chronicle.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(nameRows(await loadContext())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
