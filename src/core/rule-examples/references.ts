import { inFile } from './example.ts';

const again = 'entries/2020/10/2020-10-04-losses-again.md';
const losses = 'entries/2020/10/2020-10-03-losses.md';
const shelling = 'entries/2020/10/2020-10-02-shelling.md';

/** Examples of rules on what refers to what. */
export const referenceExamples = {
  'duplicate-id': inFile(
    again,
    'id: ten-killed\n    by: south-ministry\n    retracts',
    'id: eight-taken-back\n    by: south-ministry\n    retracts',
    'Another claim of the entry is called `ten-killed`.',
  ),
  'duplicate-address': inFile(
    'entries/2020/10/2020-10-04-withdrawn.md',
    'was: [/2020/10/02/old-shelling/]',
    'was: [/2020/10/04/mistake/]',
    'Another entry had the first of these addresses.',
  ),
  'unknown-actor': inFile(losses, 'actors: [nroth-state]', 'actors: [north-state]'),
  'unknown-place': inFile(losses, 'places: [river-twon]', 'places: [river-town]'),
  'unknown-source': inFile(losses, '[@leter, para. 3]', '[@letter, para. 3]'),
  'unknown-entry': inFile(losses, 'follows: 2020-10-02-sheling', 'follows: 2020-10-02-shelling'),
  'unknown-claim': inFile(shelling, 'denies: sheled', 'denies: shelled'),
  'unknown-side': inFile('actors/south-ministry.md', 'side: southern', 'side: south'),
  'foreign-retraction': inFile(
    again,
    'retracts: 2020-10-02-shelling#not-shelled',
    'retracts: 2020-10-03-losses#eight-killed',
    'The ministry that retracts made the claim `eight-killed`; the other is of another ministry.',
  ),
  'self-reference': inFile('places/river-town.md', 'within: [river-town]', 'within: [valley]'),
  'circular-reference': inFile(
    'places/valley.md',
    'kind: region\nwithin: [river-town]',
    'kind: region',
    'River Town lies within this region.',
  ),
  'hidden-reference': inFile(
    losses,
    'follows: 2020-10-04-withdrawn',
    'follows: 2020-10-02-shelling',
    'The first of the two entries is withdrawn.',
  ),
  'dead-link': inFile(losses, '(2020-10-02-sheling.md)', '(2020-10-02-shelling.md)'),
  'unused-source': inFile(
    shelling,
    'sources: [wire]',
    'sources: [wire, northern-blog]',
    'Nothing else rests on the blog.',
  ),
  'duplicate-word': inFile('words.yml', 'forms: [confirmed, confirmed]', 'forms: [confirmed, confirms]'),
};
