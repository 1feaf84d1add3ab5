import { inFile } from './example.ts';

const again = 'entries/2020/10/2020-10-04-losses-again.md';
const ministry = 'actors/north-ministry.md';
const wire = 'sources/wire.md';

/** Examples of rules on the data of a record, each on its own. */
export const dataExamples = {
  'unknown-key': inFile(ministry, 'alias: [North MoD]', 'also: [North MoD]'),
  'missing-field': inFile(wire, 'class: agency\n', 'class: agency\nparty: none\n'),
  'missing-reason': inFile(
    'sources/letter.md',
    'class: newspaper',
    'archive-missing: No archived copy was found.\nclass: newspaper',
  ),
  'missing-english-name': inFile(
    'actors/south-ministry.md',
    '{text: Ministry of South, lang: fr}',
    '{text: Ministry of South, lang: en}',
  ),
  'wrong-type': inFile(ministry, 'also: North MoD', 'also: [North MoD]'),
  'wrong-value': inFile(again, 'kind: casualty', 'kind: casualties'),
  'too-short': inFile(again, 'says: ""', 'says: Ten soldiers were killed.'),
  'too-long': inFile(
    again,
    'title: The Ministry of South gives a later number of its soldiers killed since the fighting began on 1 October',
    'title: The Ministry of South gives a later number',
  ),
  'untidy-text': inFile(ministry, '{text: " Ministry of North", lang: en}', '{text: Ministry of North, lang: en}'),
  'bad-id': inFile(again, 'id: Ten_Killed', 'id: ten-killed'),
  'bad-date': inFile(wire, 'issued: 3 October 2020', 'issued: 2020-10-03'),
  'bad-count': inFile('entries/2020/10/2020-10-03-losses.md', 'count: over 20', 'count: "20+"'),
  'bad-language': inFile(wire, 'language: English', 'language: en'),
  'bad-url': inFile(wire, 'url: paper.example/shelling', 'url: https://paper.example/shelling'),
  'bad-address': inFile(
    'entries/2020/10/2020-10-04-withdrawn.md',
    'was: [2020/10/04/mistake]',
    'was: [/2020/10/04/mistake/]',
  ),
};
