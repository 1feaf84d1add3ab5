import { inFile } from './example.ts';

const again = 'entries/2020/10/2020-10-04-losses-again.md';
const losses = 'entries/2020/10/2020-10-03-losses.md';
const shelling = 'entries/2020/10/2020-10-02-shelling.md';
const riverTown = 'places/river-town.md';

/** Examples of the rules of a careful reading. */
export const reviewExamples = {
  'untidy-form': inFile(again, 'kind: casualties\ndate: 2020-10-04', 'date: 2020-10-04\nkind: casualties'),
  'duplicate-entry': inFile(
    'entries/2020/10/2020-10-03-losses-by-place.md',
    'kind: casualties',
    'kind: humanitarian',
    'Another entry of the kind `casualties` has the same day and town.',
  ),
  'duplicate-url': inFile(
    'sources/letter.md',
    'url: http://www.paper.example/losses/',
    'url: https://paper.example/letter',
    'Another source has the address https://paper.example/losses.',
  ),
  'name-collision': inFile(
    riverTown,
    '{text: Bridge Town, lang: en}',
    '{text: River Town, lang: en}',
    'Another place is called Bridge Town.',
  ),
  'uncited-paragraph': inFile(
    losses,
    'A letter names two of them.\n',
    'A letter names two of them.[@letter, para. 3]\n',
  ),
  'unlinked-denial': inFile(
    shelling,
    'by: north-ministry\n    says: No shell was fired.',
    'by: north-ministry\n    denies: shelled\n    says: No shell was fired.',
    'The other ministry says in the same entry that northern forces shelled the town, in the claim `shelled`.',
  ),
  'early-source': inFile(
    'sources/bulletin.md',
    'issued: 2020-10-02',
    'issued: 2020-10-04',
    'The claim was made on 4 October.',
  ),
  'outside-area': inFile(
    riverTown,
    'at: [46.75, 40.25]',
    'at: [40.25, 46.75]',
    'The area of chronicle.yml goes from 40 to 41 degrees north and from 46 to 47 degrees east.',
  ),
  'overstated-precision': inFile(riverTown, 'at: [40.2512345, 46.75]', 'at: [40.25, 46.75]'),
  'mixed-class': inFile(
    'sources/letter.md',
    'class: ngo',
    'class: newspaper',
    'The other sources of this publisher have the class `newspaper`.',
  ),
  'one-side-source': inFile(
    shelling,
    'says: Smoke stood over the town.\n    sources: [northern-blog]',
    'says: Smoke stood over the town.\n    sources: [wire]',
    'The claim is by an observer of no side; the blog belongs to the northern one.',
  ),
  'falling-figure': inFile(
    again,
    'count: 7, of: killed, who: military, side: south, since: 2020-10-01',
    'count: 10, of: killed, who: military, side: south, since: 2020-10-01',
    'The same ministry gave 8 for the day before, since the same date.',
  ),
  'loaded-word': inFile(
    losses,
    'killed in the liberation of River Town',
    'killed near River Town',
    'The word is listed in words.yml, with what may stand in its place.',
  ),
  'verb-of-fact': inFile(
    again,
    'The Ministry of South confirmed that ten soldiers had been killed.[',
    'The Ministry of South said that ten soldiers had been killed.[',
    'All claims of the entry are by this ministry.',
  ),
  'unlisted-name': inFile(
    shelling,
    'shells fell on **Bredge Town**',
    'shells fell on **Bridge Town**',
    'The entry lists the place Bridge Town.',
  ),
  'one-side-name': inFile(
    losses,
    'near Riverside',
    'near River Town',
    'The record of the place gives this name as used by the northern side alone.',
  ),
};
