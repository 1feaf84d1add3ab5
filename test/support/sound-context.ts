import { buildChronicle } from '../../src/core/chronicle.ts';
import { createUrls } from '../../src/core/urls.ts';
import type { ViewContext } from '../../src/core/views/context.ts';
import { readFixture } from './read-fixture.ts';

/** Returns the sound fixture under a base path. */
export async function soundContext(base = '/'): Promise<ViewContext> {
  const { chronicle } = buildChronicle(await readFixture('sound'));
  if (!chronicle) throw new Error('The sound fixture has problems');
  return { chronicle, urls: createUrls(chronicle, base) };
}
