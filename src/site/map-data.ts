import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { MapData } from '../core/map/map-data.ts';

const files = {
  countries: 'countries',
  boundaries: 'boundaries',
  referenceLines: 'reference-lines',
  lakes: 'lakes',
  rivers: 'rivers',
  towns: 'towns',
} as const satisfies Record<keyof MapData, string>;

let loading: Promise<MapData> | undefined;

/** Reads the map's GeoJSON once. */
export function loadMapData(): Promise<MapData> {
  loading ??= readMapData();
  return loading;
}

async function readMapData(): Promise<MapData> {
  const read = async (name: string) =>
    JSON.parse(await readFile(resolve('src/geo', `${name}.geojson`), 'utf8')) as unknown;
  const entries = await Promise.all(Object.entries(files).map(async ([key, name]) => [key, await read(name)]));
  return Object.fromEntries(entries) as MapData;
}
