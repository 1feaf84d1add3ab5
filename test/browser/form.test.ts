import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';
import { useBrowser } from '../support/browser.ts';
import { runCli } from '../support/run-cli.ts';
import { tempFolder } from '../support/temp-folder.ts';

const site = useBrowser();
const repository = 'https://forge.example/fixture';
// Strict enough that neither inline code nor code made of text may run.
const policy = "default-src 'self'; script-src 'self'; style-src 'self'; base-uri 'none'; object-src 'none'";

/** Opens the form under a strict policy, with or without a repository; collects what the browser complains of. */
async function openForm(context: BrowserContext, options: { query?: string; repository?: string } = {}) {
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.route('**/contribute/new/**', async (route) => {
    const response = await route.fetch();
    const extra = options.repository ? ` data-repository="${options.repository}"` : '';
    const body = (await response.text()).replace(' data-record-form', ` data-record-form${extra}`);
    await route.fulfill({ response, body, headers: { ...response.headers(), 'content-security-policy': policy } });
  });
  await page.goto(`${site.origin}/contribute/new/${options.query ?? ''}`);
  await page.locator('[data-record-form]:not([hidden])').waitFor();
  return { page, complaints };
}

const errors = (page: Page) => page.locator('[data-record-form]').getAttribute('data-errors');
const inSection = (page: Page, kind: string) => page.locator(`[data-kind=${kind}]`);

async function download(page: Page): Promise<{ path: string; text: string }> {
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the file' }).click(),
  ]);
  return { path: await page.locator('[data-path]').innerText(), text: await readFile(await file.path(), 'utf8') };
}

async function writeSource(page: Page): Promise<void> {
  await page.getByRole('radio', { name: 'Source' }).check();
  const part = inSection(page, 'sources');
  await part.getByLabel('Title', { exact: true }).fill('Ministry: a town was shelled');
  await part.getByLabel('Type').selectOption('article-newspaper');
  await part.getByLabel('Publisher').fill('Example Post');
  await part.getByLabel('Issued').fill('2020-10-29');
  await part.getByLabel('Language').fill('en');
  await part.getByLabel('Url missing').fill('It was read on paper.');
  await part.getByLabel('Archive missing').fill('It was read on paper.');
  await part.getByLabel('Class').selectOption('newspaper');
  await part.getByLabel('Party').fill('none');
}

async function writeEntry(page: Page, source: string): Promise<void> {
  await page.getByRole('radio', { name: 'Entry' }).check();
  const part = inSection(page, 'entries');
  await part.getByLabel('Title', { exact: true }).fill('The ministry reports shelling of a town');
  await part.getByLabel('Date').fill('2020-10-29');
  await part.getByLabel('Kind').selectOption('infrastructure');
  await part.getByLabel('Summary').fill('The ministry said the town was shelled.');
  // A name in another script becomes the id of its record.
  await part
    .getByRole('combobox', { name: /^Places/ })
    .first()
    .fill('Степанакерт');
  await part
    .getByRole('combobox', { name: /^Places/ })
    .first()
    .press('Enter');
  await part
    .getByRole('combobox', { name: /^Sources/ })
    .first()
    .fill(source);
  await part
    .getByRole('combobox', { name: /^Sources/ })
    .first()
    .press('Enter');
  await part.getByRole('button', { name: 'Add to claims' }).click();
  const claim = part.getByRole('group', { name: 'Claims' });
  await claim.getByLabel('Id').fill('shelled');
  await claim.getByRole('combobox', { name: /^By/ }).fill("Azerbaijan's Ministry of Defence");
  await claim.getByRole('combobox', { name: /^By/ }).press('Enter');
  await claim.getByLabel('Says').fill('The town was shelled.');
  await claim.getByRole('combobox', { name: /^Sources/ }).fill(source);
  await claim.getByRole('combobox', { name: /^Sources/ }).press('Enter');
  await part.getByLabel('Text', { exact: true }).fill(`The ministry said that **the town** was shelled [@${source}].`);
}

describe('the form', () => {
  test('makes a source and an entry that check accepts', async () => {
    const context = await site.browser.newContext({ acceptDownloads: true });
    const { page, complaints } = await openForm(context);
    await writeSource(page);
    await expect.poll(() => errors(page)).toBe('0');
    const source = await download(page);
    expect(source.path).toBe('content/sources/example-post-2020-10-29-ministry-a-town-was-shelled.md');
    const id = source.path.slice('content/sources/'.length, -'.md'.length);
    await writeEntry(page, id);
    await expect.poll(() => errors(page)).toBe('0');
    expect(await page.locator('[data-preview] strong').innerText()).toBe('the town');
    expect(await page.locator('[data-preview] sup a').innerText()).toBe('1');
    const entry = await download(page);
    expect(entry.path).toBe('content/entries/2020/10/2020-10-29-the-ministry-reports-shelling-of-a.md');
    expect(entry.text).toContain('places: [stepanakert]\n');
    expect(entry.text).toContain('    by: azerbaijan-ministry-of-defence\n');
    expect(complaints).toEqual([]);
    await context.close();

    const folder = await tempFolder();
    await cp('content', join(folder, 'content'), { recursive: true });
    for (const { path, text } of [source, entry]) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text, { flag: 'wx' });
    }
    const files = [source, entry].map(({ path }) => join(folder, path));
    const { code, stdout } = await runCli(['check', ...files], { CHRONICLE_CONTENT: join(folder, 'content') });
    expect({ code, stdout }).toEqual({ code: 0, stdout: 'No problems found.\n' });
  });

  test('words problems as check does, beside the field, and leads to it by keyboard', async () => {
    const context = await site.browser.newContext();
    const { page } = await openForm(context);
    const part = inSection(page, 'entries');
    await page.getByRole('button', { name: /missing-field: Missing `summary`/ }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('form-entries-summary');
    await part.getByRole('button', { name: 'Add to claims' }).click();
    await page.getByRole('button', { name: /missing-field: Missing `says`/ }).click();
    expect(await page.evaluate(() => document.activeElement?.id)).toMatch(/^form-entries-claims-\d+-says$/);
    await part.getByRole('button', { name: 'Take away' }).click();
    await part.getByLabel('Date').fill('2020-13-01');
    await part
      .getByRole('combobox', { name: /^Places/ })
      .first()
      .fill('stepankert');
    const problem = part.locator('[data-field=places]').first().locator('[data-problem]');
    await expect.poll(() => problem.innerText()).toBe('');
    await part.getByLabel('Title', { exact: true }).fill('A title');
    await part.getByLabel('Kind').selectOption('infrastructure');
    await part.getByLabel('Date').fill('2020-10-01');
    await part.getByLabel('Summary').fill('A summary.');
    await part
      .getByRole('combobox', { name: /^Sources/ })
      .first()
      .fill('no-such-source');
    await expect
      .poll(() => problem.innerText())
      .toContain('Unexpected place `stepankert`, expected an id from content/places. Did you mean `stepanakert`?');
    expect(
      await part
        .getByRole('combobox', { name: /^Places/ })
        .first()
        .getAttribute('aria-invalid'),
    ).toBe('true');
    await page.getByRole('button', { name: /unknown-place/ }).focus();
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('form-entries-places');
    await context.close();
  });

  test('keeps the draft in the browser, and forgets it when told', async () => {
    const context = await site.browser.newContext();
    const { page } = await openForm(context);
    await writeEntry(page, 'ap-2020-10-29-fighting-grinds-on');
    const text = () => page.locator('[data-file]').innerText();
    await expect.poll(text).toContain('The ministry said that **the town**');
    const before = await text();
    await page.reload();
    await page.locator('[data-record-form]:not([hidden])').waitFor();
    await expect.poll(text).toBe(before);
    await page.getByRole('button', { name: 'Clear this draft' }).click();
    await expect.poll(text).toBe('---\n{}\n---\n');
    await page.reload();
    await page.locator('[data-record-form]:not([hidden])').waitFor();
    await expect.poll(text).not.toContain('shelling');
    await context.close();
  });

  test('is filled in by keyboard alone', async () => {
    const context = await site.browser.newContext();
    const { page } = await openForm(context, { query: '?kind=places' });
    const part = inSection(page, 'places');
    await part.getByRole('button', { name: 'Add to names' }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('New Place');
    await page.keyboard.press('Tab');
    await page.keyboard.type('en');
    await part.getByLabel('Kind').focus();
    await page.keyboard.type('Vil');
    await expect.poll(() => errors(page)).toBe('0');
    expect(await page.locator('[data-file]').innerText()).toBe(
      '---\nnames:\n  - text: New Place\n    lang: en\nkind: village\n---\n',
    );
    expect(await page.locator('[data-path]').innerText()).toBe('content/places/new-place.md');
    await context.close();
  });

  test('an id that is taken is refused', async () => {
    const context = await site.browser.newContext();
    const { page } = await openForm(context, { query: '?kind=places' });
    await inSection(page, 'places').getByLabel('Id, the name of the file').fill('stepanakert');
    await page.getByRole('button', { name: /Unexpected second `stepanakert`/ }).waitFor();
    await context.close();
  });

  test('opens a pull request with the file in it, copies it, or says what to do instead', async () => {
    const context = await site.browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
    const { page } = await openForm(context, { repository });
    await writeSource(page);
    await expect.poll(() => errors(page)).toBe('0');
    const href = new URL((await page.locator('[data-propose]').getAttribute('href')) ?? '');
    expect(href.origin + href.pathname).toBe(`${repository}/new/main/content/sources`);
    expect(href.searchParams.get('filename')).toBe('example-post-2020-10-29-ministry-a-town-was-shelled.md');
    const text = await page.locator('[data-file]').innerText();
    expect(href.searchParams.get('value')?.trim()).toBe(text.trim());
    await page.getByRole('button', { name: 'Copy the text' }).click();
    await page.getByText('Copied.').waitFor();
    expect((await page.evaluate(() => navigator.clipboard.readText())).trim()).toBe(text.trim());
    await page.close();

    const { page: other } = await openForm(context);
    await other.getByRole('link', { name: 'How to hand it in' }).click();
    expect(await other.locator('#by-hand').innerText()).toContain('names no repository');
    await context.close();
  });
});

test('without JavaScript the page shows the steps and an example of each record', async () => {
  const context = await site.browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${site.origin}/contribute/new/`);
  const text = await page.locator('main').innerText();
  expect(text).toContain('The form needs JavaScript');
  for (const title of ['A source', 'An actor', 'A place', 'An entry']) expect(text).toContain(title);
  expect(await page.locator('[data-record-form]').isVisible()).toBe(false);
  await context.close();
});

test('every kind of page leads to a change and to the report of an error', async () => {
  const page = await site.browser.newPage();
  for (const address of [
    '/',
    '/2020/10/29/',
    '/2020/10/29/fifth-week-of-fighting/',
    '/places/stepanakert/',
    '/about/',
    '/claims/',
  ]) {
    await page.goto(site.origin + address);
    const links = page.getByRole('navigation', { name: 'Help with this page' }).getByRole('link');
    expect(await links.count()).toBe(2);
  }
  await page.close();
});
