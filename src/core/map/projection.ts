import { type GeoProjection, geoConicConformal } from 'd3-geo';

/** The size of the map's drawing, in its own units. */
export const mapSize = { width: 1000, height: 730 } as const;

/** West, south, east and north edge of what the map shows, in degrees. */
export const mapExtent = { west: 44.15, south: 38.55, east: 50.1, north: 41.85 } as const;

/** A point of the drawing: right and down from its left upper corner. */
export type MapPoint = readonly [x: number, y: number];

/** Returns the map's projection: Lambert's conformal conic, fitted to the extent, cut at the drawing's edge. */
export function createProjection(): GeoProjection {
  const { west, south, east, north } = mapExtent;
  const { width, height } = mapSize;
  const corners = {
    type: 'MultiPoint' as const,
    coordinates: [
      [west, south],
      [east, south],
      [east, north],
      [west, north],
      [(west + east) / 2, north],
      [(west + east) / 2, south],
    ],
  };
  return geoConicConformal()
    .parallels([39.2, 41.2])
    .rotate([-(west + east) / 2, 0])
    .fitSize([width, height], corners)
    .clipExtent([
      [0, 0],
      [width, height],
    ]);
}

/** Returns where a place lies in the drawing; `undefined` if it lies outside. `at` is latitude and longitude. */
export function projectPlace(projection: GeoProjection, at: readonly [number, number]): MapPoint | undefined {
  const [latitude, longitude] = at;
  const point = projection([longitude, latitude]);
  if (!point) return undefined;
  const [x, y] = point;
  if (x < 0 || y < 0 || x > mapSize.width || y > mapSize.height) return undefined;
  return [round(x), round(y)];
}

/** Rounds to a tenth of the drawing's unit. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
