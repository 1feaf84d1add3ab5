import { describe, expect, test } from 'vitest';
import { buildChronicle } from '../../src/core/chronicle.ts';
import { ruleExamples } from '../../src/core/rule-examples.ts';
import type { RuleExample } from '../../src/core/rule-examples/example.ts';
import { type RuleId, rules } from '../../src/core/rules.ts';
import type { ContentFile } from '../../src/core/text-file.ts';
import { readFixture } from '../support/read-fixture.ts';

const decode = (file: ContentFile) => new TextDecoder().decode(file.bytes);

function withWrong(files: readonly ContentFile[], example: RuleExample): ContentFile[] {
  return files.flatMap((file) => {
    if (file.path !== example.file) return [file];
    const bytes = example.wrongBytes
      ? example.wrongBytes()
      : new TextEncoder().encode(
          example.wrongPath ? decode(file) : decode(file).replace(example.right, () => example.wrong),
        );
    return bytes ? [{ path: example.wrongPath ?? file.path, bytes }] : [];
  });
}

const check = (files: readonly ContentFile[]) => buildChronicle(files, { review: true }).messages;

describe('the examples of rules', () => {
  test('the content that they are part of has no problems', async () => {
    expect(check(await readFixture('examples')).map(String)).toEqual([]);
  });

  test.each(Object.entries(ruleExamples))('%s: the right one stands in that content, once', async (_rule, example) => {
    const file = (await readFixture('examples')).find(({ path }) => path === example.file);
    expect(file).toBeDefined();
    if (!file || example.wrongBytes || example.wrongPath) return;
    expect(decode(file).split(example.right)).toHaveLength(2);
  });

  test.each(Object.entries(ruleExamples))(
    '%s: the wrong one sets off this rule and no other',
    async (rule, example) => {
      const messages = check(withWrong(await readFixture('examples'), example));
      expect([...new Set(messages.map((message) => message.ruleId))], messages.map(String).join('\n')).toEqual([rule]);
      const { severity } = rules[rule as RuleId];
      expect(messages.every((message) => message.fatal === (severity === 'error'))).toBe(true);
      expect(messages[0]?.url).toBe(`/contribute/rules/#${rule}`);
    },
  );
});
