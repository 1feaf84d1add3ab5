import { plugins } from '@citation-js/core';
import '@citation-js/plugin-csl';
import CSL, { type StyleNode } from 'citeproc';
import chicago from 'style-chicago';
import type { CslItem } from './csl.ts';
import { createFormWriter, type ReferenceWriter, type TitleCase } from './reference-forms.ts';

/** The styles that references are written in. */
export const referenceStyles = ['Chicago', 'APA'] as const;
/** A style that references are written in. */
export type ReferenceStyle = (typeof referenceStyles)[number];

/** An item that may be a version of something that changes. */
export interface CitedItem extends CslItem {
  readonly version?: string;
}

const language = 'en-US';
const settings = plugins.config.get('@csl') as {
  readonly styles: { get(name: string): string };
  readonly locales: { get(name: string): string };
};
const styles: Readonly<Record<ReferenceStyle, () => StyleNode>> = {
  Chicago: () => chicago,
  APA: () => CSL.parseXml(settings.styles.get('apa')),
};
const engines = new Map<ReferenceStyle, Engine>();

/** Returns the reference to an item as a style of the Citation Style Language writes it, as plain text. */
export function formatReference(item: CitedItem, style: ReferenceStyle): string {
  return engineOf(style).writeByForm(item);
}

/** Returns the same reference with the style asked for this very item, which takes longer. */
export function formatReferenceAlone(item: CitedItem, style: ReferenceStyle): string {
  return engineOf(style).write(item);
}

interface Engine {
  readonly write: ReferenceWriter;
  readonly writeByForm: ReferenceWriter;
}

function engineOf(style: ReferenceStyle): Engine {
  let engine = engines.get(style);
  if (!engine) {
    engine = createEngine(lighten(styles[style]()));
    engines.set(style, engine);
  }
  return engine;
}

function createEngine(style: StyleNode): Engine {
  let current: CitedItem | undefined;
  const system = { retrieveLocale: () => settings.locales.get(language), retrieveItem: () => current };
  const engine = new CSL.Engine(system, style, language, true);
  engine.setOutputFormat('text');
  let count = 0;
  const write: ReferenceWriter = (item) => {
    // The engine keeps an item until another id takes its place.
    count += 1;
    const id = String(count % 2);
    // It adds remarks of its own to what it is given.
    current = { ...structuredClone(item), id };
    engine.updateItems([id]);
    return (engine.makeBibliography()[1][0] ?? '').trim();
  };
  const currentCase = (): TitleCase => {
    const languages = engine.tmp.lang_array;
    return (text) => {
      // The engine goes by the language of whatever it wrote last: an `i` of Azerbaijani has its dot as a capital too.
      engine.tmp.lang_array = languages;
      return CSL.Output.Formatters.title(engine, text);
    };
  };
  return { write, writeByForm: createFormWriter(write, currentCase) };
}

// One item alone needs neither an order nor anything that tells it from others, which is most of the engine's work.
function lighten(node: StyleNode): StyleNode {
  const attrs = Object.entries(node.attrs).filter(([name]) => !name.startsWith('disambiguate-'));
  const children = node.children.flatMap((child): (StyleNode | string)[] => {
    if (typeof child === 'string') return [child];
    if (child.name === 'sort') return [];
    if (node.name === 'citation' && child.name === 'layout')
      return [{ ...child, children: [{ name: 'text', attrs: { variable: 'title' }, children: [] }] }];
    return [lighten(child)];
  });
  return { name: node.name, attrs: Object.fromEntries(attrs), children };
}
