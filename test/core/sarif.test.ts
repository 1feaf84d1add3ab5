import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { formatReport } from '../../src/core/report.ts';
import { faultyCases, readFixture } from '../support/read-fixture.ts';

interface Log {
  readonly runs: readonly [
    {
      readonly tool: { readonly driver: { readonly rules: readonly { readonly id: string }[] } };
      readonly results: readonly { readonly ruleId: string; readonly ruleIndex: number }[];
    },
  ];
}

// The schema is the one that OASIS publishes with the standard (SARIF 2.1.0, errata 01).
async function sarifValidator() {
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  return ajv.compile(JSON.parse(await readFile('test/fixtures/schemas/sarif-2.1.0.json', 'utf8')));
}

test.each([...faultyCases, 'sound'])('%s: the log is valid SARIF and names each rule by its place', async (name) => {
  const { messages } = buildChronicle(await readFixture(name), { review: true });
  const log = JSON.parse(formatReport(messages, 'sarif', 'content/', 'https://fixture.example/repo/')) as Log;
  const validate = await sarifValidator();
  expect(validate(log), JSON.stringify(validate.errors, undefined, 2)).toBe(true);
  const [run] = log.runs;
  expect(run.results).toHaveLength(messages.length);
  for (const result of run.results) expect(run.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
});

test('the validator refuses a log that is none', async () => {
  const validate = await sarifValidator();
  expect(validate({ version: '2.1.0', runs: [{ results: [{ message: {} }] }] })).toBe(false);
});

test('rules have an address under the base path, related places a line, and paths are encoded', () => {
  const { messages } = buildChronicle([]);
  const log = formatReport(messages, 'sarif', 'my content/', 'https://fixture.example/repo/');
  expect(log).toContain('"helpUri": "https://fixture.example/repo/contribute/rules/#missing-config"');
  expect(log).toContain('"uri": "my%20content/chronicle.yml"');
});
