import type { APIRoute } from 'astro';
import { sitemap } from '../core/outputs/sitemap.ts';
import { loadContext } from '../site/chronicle.ts';

export const GET: APIRoute = async () =>
  new Response(sitemap(await loadContext()), { headers: { 'content-type': 'application/xml; charset=utf-8' } });
