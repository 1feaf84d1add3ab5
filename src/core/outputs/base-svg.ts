import { drawBaseMap } from '../map/base-map.ts';
import type { MapData } from '../map/map-data.ts';
import { mapSize } from '../map/projection.ts';

// The same colours as in tokens.css, which a picture of its own can't reach.
const style = `
svg{--water:#e6ebee;--land:#f6f2e8;--line:#b9b3a5;--ink:#595c64}
@media (prefers-color-scheme:dark){svg{--water:#1b2228;--land:#24272c;--line:#575b63;--ink:#a9acb3}}
path{fill:none;vector-effect:non-scaling-stroke}
.land{fill:var(--land)}.lakes,.water{fill:var(--water)}
.rivers{stroke:var(--water);stroke-width:1.5}
.boundaries{stroke:var(--line)}
.ceasefire{stroke:var(--ink);stroke-width:1.2;stroke-dasharray:5 3}
.oblast{stroke:var(--ink);stroke-dasharray:1 3;stroke-linecap:round;stroke-width:1.4}`;

/** Returns the map without places as a picture of its own, for the small maps of other pages. */
export function baseSvg(data: MapData): string {
  const { width, height } = mapSize;
  const base = drawBaseMap(data);
  const layers = ['land', 'lakes', 'rivers', 'boundaries', 'oblast', 'ceasefire'] as const;
  const paths = layers.map((layer) => `<path class="${layer}" d="${base[layer]}"/>`);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}"><style>${style}</style><rect width="${width}" height="${height}" class="water"/>${paths.join('')}</svg>\n`;
}
