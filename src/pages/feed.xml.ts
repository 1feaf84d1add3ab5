import type { APIRoute } from 'astro';
import { entryFeed } from '../core/outputs/feeds.ts';
import { loadContext } from '../site/chronicle.ts';

export const GET: APIRoute = async () =>
  new Response(entryFeed(await loadContext()).rss2(), {
    headers: { 'content-type': 'application/rss+xml; charset=utf-8' },
  });
