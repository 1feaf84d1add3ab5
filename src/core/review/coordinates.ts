import type { ContentMessage } from '../messages.ts';
import type { PlaceData } from '../schema.ts';
import { reportAt, type ReviewInput, type SoundRecord } from './reviewer.ts';

type Precision = NonNullable<PlaceData['coordinates']>['precision'];

// A fifth decimal is about a metre; no gazetteer knows more of a settlement or an area.
const decimalLimits: Readonly<Record<Precision, number>> = {
  exact: 6,
  near: 5,
  settlement: 5,
  area: 5,
  region: 5,
  country: 5,
};
// What a point can say at best of a place that has no point of its own.
const finestOf: Partial<Record<PlaceData['kind'], readonly Precision[]>> = {
  district: ['area', 'region', 'country'],
  region: ['area', 'region', 'country'],
  country: ['country'],
  river: ['area', 'region', 'country'],
  corridor: ['area', 'region', 'country'],
};

/** Reports coordinates outside the area of the chronicle, and those finer than anybody can know. */
export function reviewCoordinates(input: ReviewInput): ContentMessage[] {
  return [...input.places.values()].flatMap((record) => [
    ...checkArea(input, record),
    ...checkKind(record),
    ...checkDecimals(record),
  ]);
}

function checkArea(input: ReviewInput, record: SoundRecord<'places'>): ContentMessage[] {
  const area = input.config?.area;
  const { coordinates } = record.data;
  if (!area || !coordinates || !liesIn(input, record, new Set(area.of))) return [];
  const [latitude, longitude] = coordinates.at;
  const isInside = latitude >= area.south && latitude <= area.north && longitude >= area.west && longitude <= area.east;
  if (isInside) return [];
  const parts = {
    what: 'position',
    actual: `[${coordinates.at.join(', ')}]`,
    expected: `latitude ${area.south} to ${area.north}, then longitude ${area.west} to ${area.east}, the area of chronicle.yml`,
  };
  return [reportAt(record, 'outside-area', ['coordinates', 'at'], parts)];
}

// A place that says nothing of what it lies in is taken to lie in the area.
function liesIn(input: ReviewInput, record: SoundRecord<'places'>, area: ReadonlySet<string>): boolean {
  const open = [record.id];
  const seen = new Set<string>();
  let hasParent = false;
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (area.has(id)) return true;
    if (seen.has(id)) continue;
    seen.add(id);
    const parents = input.places.get(id)?.data.within ?? [];
    hasParent ||= parents.length > 0;
    open.push(...parents);
  }
  return !hasParent && record.data.kind !== 'country';
}

function checkKind(record: SoundRecord<'places'>): ContentMessage[] {
  const { coordinates, kind } = record.data;
  const allowed = finestOf[kind];
  if (!coordinates || !allowed || allowed.includes(coordinates.precision)) return [];
  const parts = {
    what: `precision of a ${kind}`,
    actual: coordinates.precision,
    expected: allowed.map((value) => `\`${value}\``).join(' or '),
  };
  return [reportAt(record, 'overstated-precision', ['coordinates', 'precision'], parts)];
}

function checkDecimals(record: SoundRecord<'places'>): ContentMessage[] {
  const { coordinates } = record.data;
  if (!coordinates) return [];
  const limit = decimalLimits[coordinates.precision];
  return coordinates.at.flatMap((degrees, index) => {
    const decimals = String(degrees).split('.')[1]?.length ?? 0;
    if (decimals <= limit) return [];
    const parts = {
      what: `${decimals} decimals`,
      actual: String(degrees),
      expected: `at most ${limit} where the precision is \`${coordinates.precision}\``,
    };
    return [reportAt(record, 'overstated-precision', ['coordinates', 'at', index], parts)];
  });
}
