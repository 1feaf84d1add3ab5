import { selectAll } from 'hast-util-select';
import { expect, inject, test } from 'vitest';
import { contentPolicy } from '../../src/core/outputs/security-headers.ts';
import { listFiles, readPages } from '../support/built-pages.ts';

const pages = await readPages(inject('dist'));

test('every page has the policy before anything that it could forbid', () => {
  const found = pages.flatMap(({ address, html }) => {
    const policy = contentPolicy.replaceAll('"', '&quot;');
    const start = `<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}"><meta name="referrer" content="same-origin">`;
    return html.includes(start) && html.split('Content-Security-Policy').length === 2 ? [] : [address];
  });
  expect(pages.length).toBeGreaterThan(0);
  expect(found).toEqual([]);
});

test('no page has a script or style of its own, nor an attribute that is one', () => {
  const found = pages.flatMap(({ address, tree }) =>
    selectAll('*', tree)
      .filter(
        ({ tagName, properties }) =>
          tagName === 'style' ||
          // A block of data is never run.
          (tagName === 'script' &&
            properties['type'] !== 'application/ld+json' &&
            !/^\/assets\/[\w.-]+\.js$/.test(String(properties['src']))) ||
          Object.keys(properties).some((name) => name === 'style' || /^on[A-Z]/i.test(name)),
      )
      .map(({ tagName }) => `${address}: ${tagName}`),
  );
  expect(found).toEqual([]);
});

test('hosts that read _headers find it', async () => {
  expect(await listFiles(inject('dist'))).toContain('/_headers');
});
