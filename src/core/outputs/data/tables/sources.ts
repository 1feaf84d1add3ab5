import type { Source } from '../../../model.ts';
import { sourceSchema } from '../../../schema.ts';
import { addressColumn, dateColumns } from '../shared-columns.ts';
import { column, defineTable } from '../table.ts';

const { shape } = sourceSchema;

/** Sources: the documents that statements were read in. */
export const sourceTable = defineTable<Source>({
  name: 'sources',
  title: 'Sources',
  description: 'The documents that statements were read in.',
  key: ['id'],
  columns: [
    column('id', "The source's permanent id.", (source) => source.id, { isRequired: true }),
    column('title', shape.title, (source) => source.title, { isRequired: true }),
    column('type', shape.type, (source) => source.type, { isRequired: true }),
    column('publisher', shape.publisher, (source) => source.publisher, { isRequired: true }),
    column('agency', shape.agency, (source) => source.agency, { type: 'list' }),
    column('author', shape.author, (source) => source.author, { type: 'list' }),
    ...dateColumns<Source>('issued', shape.issued, (source) => source.issued, false),
    column('language', shape.language, (source) => source.language, { isRequired: true }),
    column('url', shape.url, (source) => source.url),
    column('url_missing', shape['url-missing'], (source) => source['url-missing']),
    column('archive', shape.archive, (source) => source.archive),
    column('archive_missing', shape['archive-missing'], (source) => source['archive-missing']),
    column(
      'origin',
      'The source whose text it repeats; empty where the text is its own.',
      (source) => (source.origin === 'self' ? undefined : source.origin),
      { refersTo: 'sources' },
    ),
    column('class', shape.class, (source) => source.class, { isRequired: true }),
    column('party', shape.party, (source) => source.party, { isRequired: true }),
    column('note', shape.note, (source) => source.note),
    addressColumn((source, { urls }) => urls.absolute(urls.record('sources', source.id))),
  ],
  records: (chronicle) => chronicle.sources.values(),
});
