import type { Table } from './table.ts';
import { correctionTable, entryTable, locationTable, relationTable, withdrawnTable } from './tables/entries.ts';
import { actorTable, controlTable, nameTable, placeTable, roleTable } from './tables/names.ts';
import { sourceTable } from './tables/sources.ts';
import { answerTable, claimTable, figureTable } from './tables/statements.ts';

/** All tables of the open data. A table refers to others by their names, wherever they stand. */
export const tables: readonly Table[] = [
  entryTable,
  claimTable,
  answerTable,
  figureTable,
  locationTable,
  relationTable,
  correctionTable,
  withdrawnTable,
  actorTable,
  roleTable,
  placeTable,
  controlTable,
  nameTable,
  sourceTable,
];
