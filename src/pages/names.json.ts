import type { APIRoute } from 'astro';
import { nameFile } from '../core/outputs/name-file.ts';
import { loadContext } from '../site/chronicle.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(nameFile(await loadContext())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
