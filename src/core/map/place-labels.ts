/** A label that seeks room beside its mark, in the drawing's units. */
export interface LabelRequest {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** The radius of its mark. */
  readonly radius: number;
}

/** A label that found room: where its text starts, ends or has its middle. */
export interface PlacedLabel {
  readonly id: string;
  readonly text: string;
  readonly x: number;
  readonly y: number;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A box of the drawing. */
export interface Box {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const gap = 3;
const margin = 1.5;
// Widths of a letter in parts of the font's size; Armenian and Cyrillic letters are wider than Latin ones.
const letterWidths = { latin: 0.5, other: 0.62 } as const;

/**
 * Finds room for labels beside their marks, the first requests first: right of it, left of it, above, below. No label covers
 * another, a mark, an obstacle, or the edge; one without room is left out.
 */
export function placeLabels(
  requests: readonly LabelRequest[],
  bounds: Box,
  fontSize: number,
  obstacles: readonly Box[] = [],
): PlacedLabel[] {
  const marks = requests.map(({ x, y, radius }) => ({
    left: x - radius,
    top: y - radius,
    right: x + radius,
    bottom: y + radius,
  }));
  const taken: Box[] = [...obstacles];
  const placed: PlacedLabel[] = [];
  for (const [index, request] of requests.entries()) {
    for (const candidate of candidates(request, fontSize)) {
      const box = boxOf(candidate, fontSize);
      const isFree =
        isInside(box, bounds) &&
        !taken.some((other) => overlaps(box, other)) &&
        !marks.some((mark, other) => other !== index && overlaps(box, mark));
      if (!isFree) continue;
      taken.push(box);
      placed.push(candidate);
      break;
    }
  }
  return placed;
}

/** Returns the box that a label fills, by its estimated width. */
export function boxOf({ text, x, y, anchor }: Omit<PlacedLabel, 'id'>, fontSize: number): Box {
  const width = measureText(text) * fontSize;
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return {
    left: left - margin,
    top: y - fontSize * 0.8 - margin,
    right: left + width + margin,
    bottom: y + fontSize * 0.25 + margin,
  };
}

function measureText(text: string): number {
  let width = 0;
  for (const letter of text) width += letter.charCodeAt(0) < 0x300 ? letterWidths.latin : letterWidths.other;
  return width;
}

function candidates({ id, text, x, y, radius }: LabelRequest, fontSize: number): PlacedLabel[] {
  const middle = y + fontSize * 0.32;
  const above = y - radius - gap;
  const below = y + radius + gap + fontSize * 0.75;
  return [
    { id, text, x: x + radius + gap, y: middle, anchor: 'start' },
    { id, text, x: x - radius - gap, y: middle, anchor: 'end' },
    { id, text, x, y: above, anchor: 'middle' },
    { id, text, x, y: below, anchor: 'middle' },
    { id, text, x: x + radius, y: above + 2, anchor: 'start' },
    { id, text, x: x + radius, y: below - 2, anchor: 'start' },
    { id, text, x: x - radius, y: above + 2, anchor: 'end' },
    { id, text, x: x - radius, y: below - 2, anchor: 'end' },
  ];
}

function overlaps(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}

function isInside(box: Box, bounds: Box): boolean {
  return box.left >= bounds.left && box.right <= bounds.right && box.top >= bounds.top && box.bottom <= bounds.bottom;
}
