import { expect, test } from 'vitest';
import { createMessage } from '../../src/core/messages.ts';
import { formatReport } from '../../src/core/report.ts';

const messages = [
  createMessage(
    'b.md',
    'unknown-place',
    { line: 3, column: 9 },
    { what: 'place', actual: 'stepankert', expected: 'an id', candidates: ['stepanakert'] },
  ),
  createMessage(
    'a.md',
    'unused-source',
    { line: 1, column: 1 },
    { what: 'source', actual: 'a', expected: 'a citation, or 100%: none' },
  ),
];

test('text is sorted, clickable and counted', () => {
  expect(formatReport(messages, 'text', 'content/')).toBe(
    'content/a.md:1:1: warning unused-source\n  Unexpected source `a`, expected a citation, or 100%: none.\ncontent/b.md:3:9: error unknown-place\n  Unexpected place `stepankert`, expected an id. Did you mean `stepanakert`?\n1 error, 1 warning in 2 files\n',
  );
});

test('annotations escape what GitHub reads as its own', () => {
  expect(formatReport(messages, 'github', 'content/').split('\n')[0]).toBe(
    '::warning file=content/a.md,line=1,col=1,title=unused-source::Unexpected source `a`, expected a citation, or 100%25: none.',
  );
});

test('JSON is a list of rows', () => {
  expect(JSON.parse(formatReport(messages, 'json', ''))[1]).toEqual({
    path: 'b.md',
    line: 3,
    column: 9,
    severity: 'error',
    rule: 'unknown-place',
    message: 'Unexpected place `stepankert`, expected an id. Did you mean `stepanakert`?',
    url: '/contribute/rules/#unknown-place',
    related: [],
  });
});
