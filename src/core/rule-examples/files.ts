import { inBytes, inFile, inPath, latin1, utf8 } from './example.ts';

const about = 'pages/about.md';
const whole = '---\ntitle: About\nsummary: What this is.\n---\nText with `code`.\n';
const frontmatter = '---\ntitle: About\nsummary: What this is.\n---';

/** Examples of rules on files and on YAML as such. */
export const fileExamples = {
  'not-utf8': inBytes(about, 'Körpüşəhər, saved as Latin-1', 'Körpüşəhər, saved as UTF-8', () =>
    latin1(whole.replace('About', 'Körpü')),
  ),
  'empty-file': inFile(about, '', whole),
  'file-too-large': inBytes(about, 'a file of more than 1 MB', 'a file of at most 1 MB', () =>
    utf8(whole + 'x'.repeat(1_000_000)),
  ),
  'control-character': inFile(about, 'What this \u00ADis.', 'What this is.'),
  'bidi-override': inFile(about, 'What this \u202Eis.', 'What this is.'),
  'mixed-script': inFile(
    about,
    'Wh\u0430t this is.',
    'What this is.',
    'The third letter of the first word is Cyrillic.',
  ),
  'missing-frontmatter': inFile(about, 'title: About\nsummary: What this is.', frontmatter),
  'unclosed-frontmatter': inFile(about, '---\ntitle: About\nsummary: What this is.', frontmatter),
  'non-yaml-frontmatter': inFile(about, '---json\n{"title": "About", "summary": "What this is."}\n---', frontmatter),
  'invalid-yaml': inFile(about, 'title: "About', 'title: About'),
  'duplicate-key': inFile(about, 'title: About\ntitle: About us', 'title: About'),
  'too-deep': inFile(about, `${'['.repeat(17)}What this is.${']'.repeat(17)}`, 'What this is.'),
  'unplain-number': inFile('places/bridge-town.md', '[4.05e1, 46.25]', '[40.5, 46.25]'),
  'yaml-alias': inFile(about, 'title: &a About\nsummary: *a', 'title: About\nsummary: What this is.'),
  'invalid-json': inFile('link-status.json', '{', '{}', '`npm run links` keeps this file.'),
  'lost-address': inFile(
    'addresses.txt',
    '/2020/10/04/losses-told-again/',
    '/2020/10/04/losses-again/',
    '`npm run addresses` keeps this file; no page is at the first address, and no record has it under `was`.',
  ),
  'reserved-id': inPath(about, 'pages/search.md', 'The address `/search/` is that of the search.'),
  'unexpected-file': inPath(about, 'notes/about.md'),
  'missing-config': inBytes(
    'chronicle.yml',
    'a content folder without chronicle.yml',
    'a content folder with chronicle.yml',
    () => undefined,
  ),
  'date-not-in-path': inPath(
    'entries/2020/10/2020-10-04-losses-again.md',
    'entries/2020/10/2020-10-05-losses-again.md',
    'The entry has the date 2020-10-04.',
  ),
};
