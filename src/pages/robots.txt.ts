import type { APIRoute } from 'astro';
import { robots } from '../core/outputs/robots.ts';
import { loadContext } from '../site/chronicle.ts';

export const GET: APIRoute = async () =>
  new Response(robots(await loadContext()), { headers: { 'content-type': 'text/plain; charset=utf-8' } });
