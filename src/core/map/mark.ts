/** Returns the radius of a place's mark; its area grows with the number of entries. */
export function markRadius(entries: number): number {
  return entries === 0 ? 0 : Math.round((1.6 + 1.5 * Math.sqrt(entries)) * 10) / 10;
}
