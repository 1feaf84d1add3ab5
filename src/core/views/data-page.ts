import { type DataFile, dataFiles } from '../outputs/data/data-files.ts';
import { type Edition, describeColumn, editionName } from '../outputs/data/data-package.ts';
import { type Cell, type Column, countRows, type Table } from '../outputs/data/table.ts';
import { tables } from '../outputs/data/tables.ts';
import { correctionChannel, entryChannel, kindChannels, latestChannel } from '../outputs/feed-channels.ts';
import { feedFormats } from '../outputs/feeds.ts';
import { noRecordDates } from '../record-dates.ts';
import { countNoun, type LinkView, type ViewContext } from './context.ts';
import { type FrameView, frameView } from './frame.ts';
import { exampleQuery, type QueryView } from './data-query.ts';

/** One column of a table, as it is documented. */
export interface ColumnView {
  readonly name: string;
  readonly type: string;
  readonly meaning: string;
  /** The words that may stand in it, where they are fixed. */
  readonly vocabulary: string;
  /** What stands in it in the first row that has a value. */
  readonly example: string;
}

/** One table of the open data, as it is documented. */
export interface TableView {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly rows: string;
  readonly files: readonly LinkView[];
  readonly columns: readonly ColumnView[];
}

/** The page of the open data. */
export interface DataPageView {
  readonly frame: FrameView;
  readonly title: string;
  /** The edition's short name, its whole digest, and the day of its last commit, where it is known. */
  readonly edition: { readonly name: string; readonly digest: string; readonly day: string | undefined };
  readonly bundles: readonly (LinkView & { readonly remark: string })[];
  readonly references: readonly LinkView[];
  readonly tables: readonly TableView[];
  readonly query: QueryView;
  readonly feeds: readonly { readonly title: string; readonly links: readonly LinkView[] }[];
  readonly licence: LinkView;
}

const exampleLength = 90;

/** Returns the page of the open data. */
export function dataPageView(context: ViewContext, edition: Edition): DataPageView {
  const { chronicle, urls } = context;
  const files = dataFiles(context);
  const link = (file: DataFile): LinkView => ({
    href: urls.file(file.path),
    text: file.path.replace(/^data\//, ''),
  });
  const title = 'Data';
  return {
    frame: frameView(context, {
      path: urls.data(),
      title,
      description: `Everything in the chronicle to download: ${tables.length} tables in CSV, JSON and SQLite, with their documentation.`,
    }),
    title,
    edition: { name: editionName(edition), digest: edition.digest, day: edition.commit?.date.slice(0, 10) },
    bundles: [
      ['chronicle.sqlite', 'all tables in one database'],
      ['chronicle.zip', 'all other files, with their description'],
      ['datapackage.json', 'the tables with their columns, sizes and digests: a Frictionless Data Package'],
      ['SHA256SUMS', 'the SHA-256 of every file, for sha256sum -c'],
      ['LICENCE.txt', 'what may be done with it'],
    ].map(([name = '', remark = '']) => ({ href: urls.data(name), text: name, remark })),
    references: files.filter((file) => /\/sources\.(?:csl\.json|bib|ris)$/.test(file.path)).map(link),
    tables: tables.map((table) => ({
      id: table.name,
      title: table.title,
      description: table.description,
      rows: countNoun(countRows(table, chronicle), 'row'),
      files: files
        .filter((file) => file.table === table || (table.name === 'places' && file.path.endsWith('.geojson')))
        .map(link),
      columns: table.columns.map((column) => columnView(context, table, column)),
    })),
    query: exampleQuery(context),
    feeds: listFeeds(context),
    licence: { href: chronicle.config.licence.url, text: chronicle.config.licence.name },
  };
}

function columnView(context: ViewContext, table: Table, column: Column<unknown>): ColumnView {
  return {
    name: column.name,
    type: column.type,
    meaning: describeColumn(column),
    vocabulary: column.vocabulary?.join(', ') ?? '',
    example: shorten(findExample(context, table, column)),
  };
}

function findExample(context: ViewContext, table: Table, column: Column<unknown>): Cell {
  for (const record of table.records(context.chronicle)) {
    const cell = column.read(record, context);
    if (cell !== undefined && (typeof cell !== 'object' || cell.length > 0)) return cell;
  }
  return undefined;
}

function shorten(cell: Cell): string {
  const text = String(typeof cell === 'object' ? cell.join('; ') : (cell ?? '')).replaceAll(/\s+/g, ' ');
  return text.length > exampleLength ? `${text.slice(0, exampleLength - 1).trimEnd()}…` : text;
}

// Actors and places have feeds too; their own pages name them.
function listFeeds(context: ViewContext): DataPageView['feeds'] {
  const { chronicle, urls } = context;
  const channels = [
    entryChannel(context),
    latestChannel(context, noRecordDates),
    correctionChannel(context),
    ...kindChannels(context),
  ];
  return channels.map((channel) => ({
    title: channel.folder === urls.home ? 'All entries' : channel.title.replace(` · ${chronicle.config.title}`, ''),
    links: feedFormats.map(({ file, name }) => ({ href: urls.beside(channel.folder, file), text: name })),
  }));
}
