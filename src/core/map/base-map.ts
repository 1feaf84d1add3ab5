import { geoArea, geoPath } from 'd3-geo';
import type { Geometry, Position } from 'geojson';
import simplify from 'simplify-js';
import { featuresNamed, type MapData, type Named, referenceLineNames } from './map-data.ts';
import { type Box, boxOf } from './place-labels.ts';
import { createProjection, type MapPoint, projectPlace } from './projection.ts';

/** What lies under the places, as paths of an SVG drawing of `mapSize`. */
export interface BaseMap {
  readonly land: string;
  readonly boundaries: string;
  readonly lakes: string;
  readonly rivers: string;
  readonly ceasefire: string;
  readonly oblast: string;
  readonly labels: readonly MapLabel[];
}

/** A word on the map that names no record. */
export interface MapLabel {
  readonly text: string;
  readonly at: MapPoint;
  readonly kind: 'country' | 'water' | 'town';
}

// Degrees; less than a kilometre, which no reader sees at this scale.
const tolerance = 0.009;
/** How near a place is taken for the town, in the drawing's units. */
const townReach = 15;

// Where a name has room, as latitude and longitude.
const words: readonly {
  readonly text: string;
  readonly at: readonly [number, number];
  readonly kind: MapLabel['kind'];
}[] = [
  { text: 'Armenia', at: [40.62, 44.62], kind: 'country' },
  { text: 'Azerbaijan', at: [40.42, 48.55], kind: 'country' },
  { text: 'Georgia', at: [41.55, 45.45], kind: 'country' },
  { text: 'Iran', at: [38.72, 46.6], kind: 'country' },
  { text: 'Russia', at: [41.72, 47.55], kind: 'country' },
  { text: 'Caspian Sea', at: [41.1, 49.6], kind: 'water' },
  { text: 'Lake Sevan', at: [40.3, 45.33], kind: 'water' },
];

/**
 * Draws land, water, borders between countries and the two reference lines; no area has a side's colour. Towns that are `known`
 * as places are left to these.
 */
export function drawBaseMap(data: MapData, known: readonly MapPoint[] = []): BaseMap {
  const projection = createProjection();
  const path = geoPath(projection).digits(1);
  const draw = <G extends Geometry>(collection: Named<G>) => path(simplifyAll(collection)) ?? '';
  const place = (at: readonly [number, number]) => projectPlace(projection, at);
  const towns = data.towns.features.map((town) => {
    const [longitude = 0, latitude = 0] = town.geometry.coordinates;
    return { text: town.properties.name ?? '', at: [latitude, longitude] as const, kind: 'town' as const };
  });
  return {
    land: draw(data.countries),
    boundaries: draw(data.boundaries),
    lakes: draw(data.lakes),
    rivers: draw(data.rivers),
    ceasefire: draw(featuresNamed(data.referenceLines, referenceLineNames.ceasefire)),
    oblast: draw(featuresNamed(data.referenceLines, referenceLineNames.oblast)),
    labels: [...words, ...towns].flatMap(({ text, at, kind }) => {
      const point = place(at);
      if (!point || (kind === 'town' && known.some((other) => isNear(point, other)))) return [];
      return [{ text, at: point, kind }];
    }),
  };
}

function isNear([x, y]: MapPoint, [otherX, otherY]: MapPoint): boolean {
  return Math.hypot(x - otherX, y - otherY) < townReach;
}

function simplifyAll<G extends Geometry>(collection: Named<G>): Named<G> {
  return {
    type: 'FeatureCollection',
    features: collection.features.map((feature) => ({ ...feature, geometry: simplifyGeometry(feature.geometry) })),
  };
}

function simplifyGeometry<G extends Geometry>(geometry: G): G {
  switch (geometry.type) {
    case 'LineString':
      return { ...geometry, coordinates: simplifyLine(geometry.coordinates) };
    case 'MultiLineString':
      return { ...geometry, coordinates: geometry.coordinates.map(simplifyLine) };
    case 'Polygon':
      return { ...geometry, coordinates: wind(geometry.coordinates.map(simplifyLine)) };
    case 'MultiPolygon':
      return { ...geometry, coordinates: geometry.coordinates.map((rings) => wind(rings.map(simplifyLine))) };
    default:
      return geometry;
  }
}

// D3 takes a ring that runs the other way for the whole world but the ring.
function wind(rings: Position[][]): Position[][] {
  const isInsideOut = geoArea({ type: 'Polygon', coordinates: rings }) > 2 * Math.PI;
  return isInsideOut ? rings.map((ring) => ring.toReversed()) : rings;
}

// A ring needs four points; a smaller one stays as it is.
function simplifyLine(line: Position[]): Position[] {
  const points = line.map(([x = 0, y = 0]) => ({ x, y }));
  const less = simplify(points, tolerance, true);
  return less.length < 4 ? line : less.map(({ x, y }) => [x, y]);
}

/** How large the words of the base are set, in the drawing's units. */
export const wordSizes = { country: 15, water: 12, town: 12 } as const;

/** Returns the boxes that the base's own words fill, for labels to keep clear of. */
export function boxesOfLabels(labels: readonly MapLabel[]): Box[] {
  return labels.map(({ text, at: [x, y], kind }) => boxOf({ text, x, y, anchor: 'middle' }, wordSizes[kind]));
}
