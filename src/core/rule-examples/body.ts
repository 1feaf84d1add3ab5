import { inFile } from './example.ts';

const losses = 'entries/2020/10/2020-10-03-losses.md';

/** Examples of rules on the text of a record. */
export const bodyExamples = {
  'unsafe-link': inFile(losses, '(/2020/10/02/shelling/)', '(2020-10-02-shelling.md)'),
  'raw-html': inFile(losses, 'names <b>two</b> of them', 'names two of them'),
  'unexpected-image': inFile(losses, 'names ![two](two.jpg) of them', 'names two of them'),
  'top-level-heading': inFile(losses, '# What the letter says', '## What the letter says'),
  'unwritten-text': inFile(
    'entries/2020/10/2020-10-02-shelling.md',
    "says: '[to write]'",
    'says: Northern forces shelled Bridge Town.',
  ),
  'malformed-citation': inFile('entries/2020/10/2020-10-02-shelling.md', '[@wire, @paper]', '[@wire; @paper]'),
};
