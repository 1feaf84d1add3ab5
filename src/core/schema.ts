/** The one definition of all content: types, checks, JSON Schema and documentation come from it. */
export * from './schema/actor.ts';
export * from './schema/config.ts';
export * from './schema/entry.ts';
export * from './schema/page.ts';
export * from './schema/place.ts';
export * from './schema/source.ts';
export * from './schema/words.ts';
