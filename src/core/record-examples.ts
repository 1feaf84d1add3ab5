import type { FormFolder } from './form-fields.ts';
import { formatRecord } from './record-text.ts';

/** A whole record to start from: where its file lies and what stands in it. Its ids of other records are to be replaced. */
export interface RecordExample {
  readonly folder: FormFolder;
  readonly title: string;
  readonly path: string;
  readonly text: string;
}

const source = 'example-2020-10-29-report';

/** One whole record of each kind; they refer to each other. */
export const recordExamples: readonly RecordExample[] = [
  {
    folder: 'sources',
    title: 'A source',
    path: `sources/${source}.md`,
    text: formatRecord({
      title: 'The headline as it was published',
      type: 'article-newspaper',
      publisher: 'Where it was read',
      agency: 'Whose text it is',
      author: ['Who wrote it'],
      issued: '2020-10-29',
      language: 'en',
      url: 'https://www.example.com/2020/10/29/report',
      'archive-missing': 'No archived copy was found.',
      class: 'agency',
      party: 'none',
    }),
  },
  {
    folder: 'actors',
    title: 'An actor',
    path: 'actors/example-ministry.md',
    text: formatRecord({
      names: [
        { text: 'Example Ministry', lang: 'en' },
        { text: 'Nümunə Nazirliyi', lang: 'az' },
      ],
      also: ['Ministry of Examples'],
      kind: 'ministry',
      side: 'third-party',
      sources: [source],
    }),
  },
  {
    folder: 'actors',
    title: 'The actor that answers',
    path: 'actors/other-example-ministry.md',
    text: formatRecord({
      names: [{ text: 'Other Example Ministry', lang: 'en' }],
      kind: 'ministry',
      side: 'third-party',
      sources: [source],
    }),
  },
  {
    folder: 'places',
    title: 'A place',
    path: 'places/example-town.md',
    text: formatRecord({
      names: [
        { text: 'Example Town', lang: 'en' },
        { text: 'Пример', lang: 'ru' },
      ],
      kind: 'town',
      sources: [source],
    }),
  },
  {
    folder: 'entries',
    title: 'An entry',
    path: 'entries/2020/10/2020-10-29-ministry-reports-shelling.md',
    text: formatRecord(
      {
        title: 'One ministry reports shelling of a town; the other denies it',
        date: '2020-10-29',
        kind: 'strike',
        summary: 'One ministry said that a town was shelled and people died; the other ministry denied firing.',
        places: ['example-town'],
        sources: [source],
        claims: [
          { id: 'shelled', by: 'example-ministry', says: 'The town was shelled in the morning.', sources: [source] },
          {
            id: 'not-shelled',
            by: 'other-example-ministry',
            denies: 'shelled',
            says: 'Nothing was fired.',
            sources: [source],
          },
        ],
        figures: [
          {
            id: 'dead',
            by: 'example-ministry',
            count: '3+',
            of: 'killed',
            who: 'civilians',
            side: 'all',
            sources: [source],
          },
        ],
      },
      `One ministry said that the town was shelled in the morning and that at least three people died [@${source}]. The other ministry denied that anything was fired [@${source}].`,
    ),
  },
];
