import { readFile } from 'node:fs/promises';
import { describe, expect, test } from 'vitest';
import { contentPolicy, headerPolicy, headersFile, securityHeaders } from '../../src/core/outputs/security-headers.ts';

describe('the security policy', () => {
  test('loads nothing of another host and nothing inline', () => {
    for (const policy of [contentPolicy, headerPolicy]) {
      expect(policy.startsWith("default-src 'none'; script-src 'self'")).toBe(true);
      expect(policy).not.toMatch(/unsafe|https?:|data:|blob:|\*/);
      expect(policy.match(/'[^']+'|(?<=-src )[^';]+/g)?.filter((source) => !/^'/.test(source))).toEqual([]);
    }
  });

  test('public/_headers is what the core makes', async () => {
    await expect(headersFile()).toMatchFileSnapshot('../../public/_headers');
  });

  test.each(['nginx.conf', 'Caddyfile'])('hosting/%s sets the same headers', async (name) => {
    const text = await readFile(`hosting/${name}`, 'utf8');
    expect(text.match(/"default-src [^"]*"/g)).toEqual([`"${headerPolicy}"`]);
    for (const [header, value] of Object.entries(securityHeaders)) expect(text).toContain(`${header} "${value}"`);
  });
});
