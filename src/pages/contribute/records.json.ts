import type { APIRoute } from 'astro';
import { recordList } from '../../core/outputs/record-list.ts';
import { loadContext } from '../../site/chronicle.ts';

export const GET: APIRoute = async () =>
  new Response(JSON.stringify(recordList(await loadContext())), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
