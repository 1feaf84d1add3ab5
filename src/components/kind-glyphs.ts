import type { EntryKind } from '../core/schema.ts';

/** A sign for each kind of entry, as strokes in a square of 16; always beside the kind's name. */
export const kindGlyphs: Readonly<Record<EntryKind, string>> = {
  fighting: 'M3 3l10 10M13 3L3 13',
  strike: 'M8 2v3M8 11v3M2 8h3M11 8h3M3.8 3.8l2 2M10.2 10.2l2 2M12.2 3.8l-2 2M5.8 10.2l-2 2',
  territory: 'M4 14V2l8 3-8 3.5',
  ceasefire: 'M5.5 3v10M10.5 3v10',
  agreement: 'M6 12a4 4 0 1 1 0-8 4 4 0 0 1 0 8zM10 12a4 4 0 1 1 0-8 4 4 0 0 1 0 8z',
  diplomacy: 'M2 6h9L8.5 3.5M14 10H5l2.5 2.5',
  statement: 'M2.5 3h11v7.5H7.5L4.5 13.5v-3h-2z',
  casualties: 'M8 2.5v11M8 2.5l-3.5 3M8 2.5l3.5 3M3 13.5h10',
  captives: 'M3 3v10M6.3 3v10M9.7 3v10M13 3v10',
  displacement: 'M2 8h11M9.5 4.5L13 8l-3.5 3.5M2 4v8',
  humanitarian: 'M8 3v10M3 8h10',
  heritage: 'M2 13.5h12M3.5 13V7M12.5 13V7M8 13V7M2 6.5L8 2.5l6 4z',
  infrastructure: 'M9 2L4 9h4l-1 5 5-7H8z',
  media: 'M2.5 3h11v10h-11zM5 6h6M5 8.5h6M5 11h3.5',
  legal: 'M8 2.5v11M4.5 13.5h7M3 4.5h10M3 4.5l-1.5 5h3zM13 4.5l-1.5 5h3z',
  protest: 'M3 6.5v3l7 3.5V3zM10 6a2.5 2.5 0 0 1 0 4',
  background: 'M8 14A6 6 0 1 1 8 2a6 6 0 0 1 0 12zM8 4.5V8l2.5 1.5',
  aftermath: 'M2.5 3v10M5.5 8h8M10.5 5L13.5 8l-3 3',
};
