import { slugOf } from '../../names.ts';
import type { ViewContext } from '../../views/context.ts';
import type { DataFile } from './data-files.ts';
import type { Column, ColumnType, Table } from './table.ts';

/** Which version of the content something was made from. */
export interface Edition {
  /** The SHA-256 of the content's files, in hexadecimal. */
  readonly digest: string;
  /** The last commit of the content, where it is known. */
  readonly commit: { readonly id: string; readonly date: string } | undefined;
}

/** How long a file is and what it holds. */
export interface Fingerprint {
  readonly bytes: number;
  /** SHA-256 in hexadecimal. */
  readonly hash: string;
}

/** Returns the short name of an edition: the first twelve digits of its digest. */
export function editionName(edition: Edition): string {
  return edition.digest.slice(0, 12);
}

/** Returns the description of the data as a Frictionless Data Package. */
export function dataPackage(
  { chronicle, urls }: ViewContext,
  edition: Edition,
  files: readonly DataFile[],
  fingerprints: ReadonlyMap<string, Fingerprint>,
): unknown {
  const { config } = chronicle;
  return {
    profile: 'data-package',
    name: slugOf(config.title),
    title: config.title,
    description: `${config.tagline}. ${config.scope}`,
    homepage: urls.absolute(urls.data()),
    version: editionName(edition),
    ...(edition.commit && { created: edition.commit.date }),
    licenses: [{ title: config.licence.name, path: config.licence.url }],
    keywords: ['chronology', 'claims', 'casualty figures', 'armed conflict'],
    resources: files.map((file) => describeResource(file, fingerprints.get(file.path))),
  };
}

/** Returns the columns of a table as a Frictionless Table Schema. */
export function tableSchema(table: Table): unknown {
  const references = table.columns
    .filter((column) => column.refersTo !== undefined && column.type !== 'list')
    .map((column) => ({
      fields: column.name,
      // A table names itself by an empty word.
      reference: { resource: column.refersTo === table.name ? '' : column.refersTo, fields: 'id' },
    }));
  return {
    fields: table.columns.map(describeField),
    missingValues: [''],
    ...(table.key.length > 0 && { primaryKey: table.key }),
    ...(references.length > 0 && { foreignKeys: references }),
  };
}

function describeResource(file: DataFile, fingerprint: Fingerprint | undefined): unknown {
  const name = file.path.replace(/^data\//, '');
  const extension = /[^.]+$/.exec(name)?.[0] ?? '';
  const isTable = file.table !== undefined && extension === 'csv';
  return {
    profile: isTable ? 'tabular-data-resource' : 'data-resource',
    name: isTable ? file.table.name : name.toLowerCase(),
    path: name,
    title: file.title,
    ...(file.table && { description: file.table.description }),
    format: extension.toLowerCase(),
    mediatype: file.type,
    encoding: 'utf-8',
    ...(fingerprint && { bytes: fingerprint.bytes, hash: `sha256:${fingerprint.hash}` }),
    ...(isTable && {
      dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
      schema: tableSchema(file.table),
    }),
  };
}

const fieldTypes: Readonly<Record<ColumnType, string>> = {
  text: 'string',
  list: 'string',
  integer: 'integer',
  number: 'number',
  day: 'date',
};

function describeField(column: Column<unknown>): unknown {
  const constraints = {
    ...(column.isRequired && { required: true }),
    ...(column.vocabulary && { enum: column.vocabulary }),
  };
  return {
    name: column.name,
    type: fieldTypes[column.type],
    description: describeColumn(column),
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

/** Returns what a column means, with what its values refer to. */
export function describeColumn(column: Column<unknown>): string {
  const list = column.type === 'list' ? ' Several are divided by `; `.' : '';
  const target = column.refersTo === undefined ? '' : ` Refers to the table of ${column.refersTo}.`;
  return `${column.description}${list}${target}`;
}
