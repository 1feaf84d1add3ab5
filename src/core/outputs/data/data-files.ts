import type { ViewContext } from '../../views/context.ts';
import { formatBibtex } from '../bibtex.ts';
import { type CslItem, sourceToCsl } from '../csl.ts';
import { type OutputFile, textFile } from '../output-file.ts';
import { formatRis } from '../ris.ts';
import { csvChunks } from './csv.ts';
import { geojsonChunks } from './geojson.ts';
import { jsonChunks, tableObjects } from './json.ts';
import { licenceText } from './licence.ts';
import type { Table } from './table.ts';
import { tables } from './tables.ts';

/** A file of the open data, with what it is. */
export interface DataFile extends OutputFile {
  readonly title: string;
  /** The table that it holds, and how. */
  readonly table: Table | undefined;
  readonly key: string;
}

const itemsPerChunk = 200;

/** Returns the files of the open data that are made from the chronicle alone. */
export function dataFiles(context: ViewContext): DataFile[] {
  const { chronicle, urls } = context;
  // Addresses are of the site's.
  const key = urls.absolute(urls.home);
  const file = (
    name: string,
    type: string,
    title: string,
    chunks: () => Iterable<string>,
    table?: Table,
  ): DataFile => ({
    path: `data/${name}`,
    type,
    title,
    table,
    key,
    chunks,
  });
  const items = function* () {
    for (const source of chronicle.sources.values()) yield sourceToCsl(source);
  };
  return [
    ...tables.flatMap((table) => [
      file(`${table.name}.csv`, 'text/csv', `${table.title} (CSV)`, () => csvChunks(table, context), table),
      file(
        `${table.name}.json`,
        'application/json',
        `${table.title} (JSON)`,
        () => jsonChunks(tableObjects(table, context)),
        table,
      ),
    ]),
    file('places.geojson', 'application/geo+json', 'Places (GeoJSON)', () => geojsonChunks(context)),
    file('sources.csl.json', 'application/vnd.citationstyles.csl+json', 'Sources (CSL-JSON)', () =>
      jsonChunks(items()),
    ),
    file('sources.bib', 'application/x-bibtex', 'Sources (BibTeX)', () => referenceChunks(items(), formatBibtex, '\n')),
    file('sources.ris', 'application/x-research-info-systems', 'Sources (RIS)', () =>
      referenceChunks(items(), formatRis, '\r\n'),
    ),
    {
      ...textFile('data/LICENCE.txt', 'text/plain', () => licenceText(context)),
      title: 'Licence',
      table: undefined,
      key,
    },
  ];
}

function* referenceChunks(
  items: Iterable<CslItem>,
  format: (items: readonly CslItem[]) => string,
  separator: string,
): Generator<string> {
  let chunk: CslItem[] = [];
  let isFirst = true;
  const take = () => {
    const text = (isFirst ? '' : separator) + format(chunk);
    isFirst = false;
    chunk = [];
    return text;
  };
  for (const item of items) {
    chunk.push(item);
    if (chunk.length === itemsPerChunk) yield take();
  }
  if (chunk.length > 0) yield take();
}
