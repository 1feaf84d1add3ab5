import { inFile } from './example.ts';

const again = 'entries/2020/10/2020-10-04-losses-again.md';
const losses = 'entries/2020/10/2020-10-03-losses.md';
const shelling = 'entries/2020/10/2020-10-02-shelling.md';
const riverTown = 'places/river-town.md';

/** Examples of the rules of a careful reading. */
export const reviewExamples = {
  'untidy-form': inFile(again, 'kind: casualties\ndate: 2020-10-04', 'date: 2020-10-04\nkind: casualties'),
  'duplicate-entry': inFile('entries/2020/10/2020-10-03-losses-by-place.md', 'kind: casualties', 'kind: humanitarian'),
  'duplicate-url': inFile(
    'sources/letter.md',
    'url: http://www.paper.example/losses/',
    'url: https://paper.example/letter',
  ),
  'name-collision': inFile(riverTown, '{text: Bridge Town, lang: en}', '{text: River Town, lang: en}'),
  'uncited-paragraph': inFile(
    losses,
    'A letter names two of them.\n',
    'A letter names two of them.[@letter, para. 3]\n',
  ),
  'unlinked-denial': inFile(
    shelling,
    'by: north-ministry\n    says: No shell was fired.',
    'by: north-ministry\n    denies: shelled\n    says: No shell was fired.',
  ),
  'outside-area': inFile(riverTown, 'at: [46.75, 40.25]', 'at: [40.25, 46.75]'),
  'overstated-precision': inFile(riverTown, 'at: [40.2512345, 46.75]', 'at: [40.25, 46.75]'),
  'mixed-class': inFile('sources/letter.md', 'class: ngo', 'class: newspaper'),
  'one-side-source': inFile(
    shelling,
    'says: Smoke stood over the town.\n    sources: [northern-blog]',
    'says: Smoke stood over the town.\n    sources: [wire]',
  ),
  'falling-figure': inFile(again, 'count: 7', 'count: 10'),
  'loaded-word': inFile(losses, 'killed in the liberation of River Town', 'killed near River Town'),
  'verb-of-fact': inFile(
    again,
    'The Ministry of South confirmed that ten soldiers had been killed.[',
    'The Ministry of South said that ten soldiers had been killed.[',
  ),
  'unlisted-name': inFile(shelling, 'shells fell on **Bredge Town**', 'shells fell on **Bridge Town**'),
  'one-side-name': inFile(losses, 'near Riverside', 'near River Town'),
};
