import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { recordExamples } from '../../src/core/record-examples.ts';

interface Step {
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions: unknown;
  readonly jobs: Readonly<
    Record<string, { readonly permissions?: Readonly<Record<string, string>>; readonly steps: readonly Step[] }>
  >;
}

const folder = '.github/workflows';
const workflows = await Promise.all(
  (await readdir(folder)).map(async (name) => {
    const text = await readFile(join(folder, name), 'utf8');
    return { name, text, data: parse(text) as Workflow };
  }),
);
const steps = (data: Workflow) => Object.values(data.jobs).flatMap((job) => job.steps);

describe.each(workflows)('workflow $name', ({ text, data }) => {
  test('pins each action to a commit and says its version', () => {
    const uses = text.split('\n').filter((line) => /\buses:/.test(line));
    expect(uses.filter((line) => !/uses: [\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('grants nothing at the top, and by job no more than it names', () => {
    expect(data.permissions).toEqual({});
    for (const job of Object.values(data.jobs)) expect(job.permissions).toBeDefined();
    const writers = Object.values(data.jobs).filter((job) => Object.values(job.permissions ?? {}).includes('write'));
    const isProposed = Object.hasOwn(data.on, 'pull_request');
    if (isProposed) expect(writers).toEqual([]);
  });

  test('shows a proposal neither a secret nor the credentials, and takes none of its words for a script', () => {
    for (const event of ['pull_request_target', 'workflow_run', 'issue_comment'])
      expect(Object.keys(data.on)).not.toContain(event);
    expect(text).not.toMatch(/\bsecrets\./);
    for (const step of steps(data).filter((item) => item.uses?.startsWith('actions/checkout@')))
      expect(step.with).toMatchObject({ 'persist-credentials': false });
    for (const step of steps(data)) expect(step.run ?? '').not.toContain('${{');
  });
});

test('a proposal is checked with notes at its lines, and its preview is kept', () => {
  const proposed = workflows
    .filter(({ data }) => Object.hasOwn(data.on, 'pull_request'))
    .flatMap(({ data }) => steps(data));
  expect(proposed.some((step) => step.run?.includes('check -- --format github'))).toBe(true);
  expect(
    proposed.some((step) => step.uses?.startsWith('actions/upload-artifact@') && step.with?.['path'] === 'dist'),
  ).toBe(true);
});

test('issue forms have what the forge wants of them', async () => {
  const forms = (await readdir('.github/ISSUE_TEMPLATE')).filter((name) => name !== 'config.yml');
  expect(forms.length).toBeGreaterThan(0);
  for (const name of forms) {
    const form = parse(await readFile(join('.github/ISSUE_TEMPLATE', name), 'utf8')) as {
      body: { id: string; type: string; attributes: { label?: string } }[];
    };
    expect(form).toMatchObject({ name: expect.any(String), description: expect.any(String) });
    expect(new Set(form.body.map((field) => field.id)).size).toBe(form.body.length);
    for (const field of form.body)
      expect(field).toMatchObject({
        type: expect.stringMatching(/^(?:input|textarea)$/),
        attributes: { label: expect.any(String) },
      });
  }
});

test('CONTRIBUTING.md shows the example of each record as the form does', async () => {
  const text = await readFile('CONTRIBUTING.md', 'utf8');
  for (const example of recordExamples) {
    expect(text).toContain(`content/${example.path}`);
    expect(text).toContain(example.text.trimEnd());
  }
});
