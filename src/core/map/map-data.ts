import type {
  Feature,
  FeatureCollection,
  Geometry,
  LineString,
  MultiLineString,
  Point,
  Polygon,
  MultiPolygon,
} from 'geojson';

/** A feature that may have a name. */
export type Named<G extends Geometry> = FeatureCollection<G, { readonly name?: string }>;

/** What the map is drawn from: GeoJSON, WGS 84, as in `src/geo/`. */
export interface MapData {
  readonly countries: Named<Polygon | MultiPolygon>;
  readonly boundaries: Named<LineString | MultiLineString>;
  readonly referenceLines: Named<LineString | MultiLineString>;
  readonly lakes: Named<Polygon | MultiPolygon>;
  readonly rivers: Named<LineString | MultiLineString>;
  readonly towns: Named<Point>;
}

/** The names of the two lines that the map draws for reference, as they stand in the data. */
export const referenceLineNames = { ceasefire: 'Ceasefire Line 1994', oblast: 'Former USSR oblast in 1991' } as const;

/** Returns the features of one name as a collection of their own. */
export function featuresNamed<G extends Geometry>(collection: Named<G>, name: string): Named<G> {
  return {
    type: 'FeatureCollection',
    features: collection.features.filter((feature: Feature<G, { name?: string }>) => feature.properties.name === name),
  };
}
