import type { Actor, Figure, Place, Source } from './model.ts';
import type { AnswerKind, EntryKind, RelationKind } from './schema.ts';

/** The words for each value of a vocabulary, as a reader sees them. */
export const entryKindLabels: Readonly<Record<EntryKind, string>> = {
  fighting: 'Fighting',
  strike: 'Strike',
  territory: 'Territory',
  ceasefire: 'Ceasefire',
  agreement: 'Agreement',
  diplomacy: 'Diplomacy',
  statement: 'Statement',
  casualties: 'Casualties',
  captives: 'Captives',
  displacement: 'Displacement',
  humanitarian: 'Humanitarian',
  heritage: 'Heritage',
  infrastructure: 'Infrastructure',
  media: 'Media',
  legal: 'Law',
  protest: 'Protest',
  background: 'Background',
  aftermath: 'Aftermath',
};

export const actorKindLabels: Readonly<Record<Actor['kind'], string>> = {
  state: 'State',
  'de-facto-authority': 'De facto authority',
  ministry: 'Ministry or public body',
  'armed-force': 'Armed force',
  'international-body': 'International body',
  ngo: 'Non-governmental organisation',
  media: 'Media',
  person: 'Person',
  party: 'Political party',
  other: 'Other',
};

export const placeKindLabels: Readonly<Record<Place['kind'], string>> = {
  city: 'City',
  town: 'Town',
  village: 'Village',
  district: 'District',
  region: 'Region',
  country: 'Country',
  site: 'Site',
  river: 'River',
  corridor: 'Corridor',
};

export const precisionLabels: Readonly<Record<NonNullable<Place['coordinates']>['precision'], string>> = {
  exact: 'exact spot',
  near: 'near it',
  settlement: 'settlement',
  area: 'area',
  region: 'region',
  country: 'country',
};

export const sourceClassLabels: Readonly<Record<Source['class'], string>> = {
  agency: 'News agency',
  newspaper: 'Newspaper or news site',
  broadcaster: 'Broadcaster',
  ngo: 'Non-governmental organisation',
  igo: 'International organisation',
  official: 'Official',
  academic: 'Academic',
  partisan: 'Partisan',
  tertiary: 'Tertiary',
};

/** The words for an answer: as a thing, and as what became of the claim answered. */
export const answerLabels: Readonly<Record<AnswerKind, { readonly noun: string; readonly passive: string }>> = {
  denies: { noun: 'denial', passive: 'Denied by' },
  confirms: { noun: 'confirmation', passive: 'Confirmed by' },
  disputes: { noun: 'dispute', passive: 'Disputed by' },
  retracts: { noun: 'retraction', passive: 'Retracted by' },
};

/** The words for a relation, seen from the entry that states it and from the entry that it names. */
export const relationLabels: Readonly<Record<RelationKind, { readonly forward: string; readonly backward: string }>> = {
  follows: { forward: 'Follows', backward: 'Followed by' },
  breaches: { forward: 'Alleged breach of', backward: 'Alleged breach' },
  'part-of': { forward: 'Part of', backward: 'Includes' },
  'same-as': { forward: 'The same event as', backward: 'The same event as' },
  contradicts: { forward: 'Contradicts', backward: 'Contradicted by' },
  supersedes: { forward: 'Supersedes', backward: 'Superseded by' },
};

const subjectLabels: Readonly<Record<Figure['who'], string>> = {
  all: 'all',
  military: 'soldiers',
  civilians: 'civilians',
  children: 'children',
  women: 'women',
  journalists: 'journalists',
  'aid-workers': 'aid and rescue workers',
  peacekeepers: 'peacekeepers',
  'foreign-fighters': 'foreign fighters',
  captives: 'captives',
  bodies: 'bodies',
  aircraft: 'aircraft',
  helicopter: 'helicopters',
  drone: 'drones',
  tank: 'tanks',
  'armoured-vehicle': 'armoured vehicles',
  vehicle: 'vehicles',
  artillery: 'artillery pieces',
  'air-defence': 'air-defence systems',
  'missile-system': 'missile systems',
  rocket: 'rockets or missiles',
  building: 'buildings',
  settlement: 'settlements',
  other: 'other',
};

/** Returns what a figure counts: `Civilians killed`, `Tanks destroyed`, `Killed, civilians and soldiers`. */
export function measureLabel(figure: Pick<Figure, 'of' | 'who' | 'part'>): string {
  const measure = [figure.of, figure.part ?? ''].join(' ').trim().replaceAll('-', ' ');
  const text = figure.who === 'all' ? `people ${measure}` : `${subjectLabels[figure.who]} ${measure}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
}

// Few languages are named many times, and Intl takes long for each.
const languageLabels = new Map<string, string>();
const languageNames = new Intl.DisplayNames(['en'], { type: 'language' });

/** Returns the English name of a language tag: `Azerbaijani` for `az`. */
export function languageLabel(tag: string): string {
  const label = languageLabels.get(tag) ?? languageNames.of(tag) ?? tag;
  languageLabels.set(tag, label);
  return label;
}
