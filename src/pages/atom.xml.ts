import type { APIRoute } from 'astro';
import { entryFeed } from '../core/outputs/feeds.ts';
import { loadContext } from '../site/chronicle.ts';

export const GET: APIRoute = async () =>
  new Response(entryFeed(await loadContext()).atom1(), {
    headers: { 'content-type': 'application/atom+xml; charset=utf-8' },
  });
