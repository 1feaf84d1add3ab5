import type { ViewContext } from '../../views/context.ts';
import { jsonChunks } from './json.ts';
import { type Table, toObject } from './table.ts';
import { nameTable, placeTable } from './tables/names.ts';

/**
 * Returns the places as GeoJSON (RFC 7946). A place without coordinates has a null geometry; a point says by `precision` what
 * it stands for.
 */
export function geojsonChunks(context: ViewContext): Generator<string> {
  return jsonChunks(placeFeatures(context), '{"type":"FeatureCollection","features":[', ']}');
}

function* placeFeatures(context: ViewContext): Generator<unknown> {
  for (const place of context.chronicle.places.values()) {
    const { latitude, longitude, ...properties } = toObject(placeTable, place, context);
    yield {
      type: 'Feature',
      id: place.id,
      geometry: latitude === null || longitude === null ? null : { type: 'Point', coordinates: [longitude, latitude] },
      properties: { ...properties, names: place.names.map((name) => pickName(name, context)) },
    };
  }
}

// The columns of the table of names that say something of the name itself.
function pickName(name: unknown, context: ViewContext): unknown {
  const columns: Table['columns'] = nameTable.columns.filter((item) =>
    ['text', 'language', 'used_by', 'note'].includes(item.name),
  );
  return toObject({ ...nameTable, columns }, { name }, context);
}
