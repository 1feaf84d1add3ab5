import type { APIRoute, GetStaticPaths } from 'astro';
import { type ContentKind, contentKinds, jsonSchemaText } from '../../core/outputs/json-schema.ts';

export const getStaticPaths: GetStaticPaths = () => Object.keys(contentKinds).map((kind) => ({ params: { kind } }));

export const GET: APIRoute = ({ params }) =>
  new Response(jsonSchemaText(params['kind'] as ContentKind), {
    headers: { 'content-type': 'application/schema+json' },
  });
