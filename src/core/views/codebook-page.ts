import { codebookFields } from '../codebook.ts';
import { type ContentKind, contentKinds } from '../outputs/json-schema.ts';
import type { LinkView, ViewContext } from './context.ts';
import { type FrameView, frameView } from './frame.ts';

/** One key of a kind of file. */
export interface FieldView {
  /** Its fragment: `entry-claims-by`. */
  readonly id: string;
  /** The keys that lead to it: `claims › by`. */
  readonly name: string;
  readonly need: string;
  readonly what: string;
  readonly description: string;
  readonly values: readonly string[];
}

/** One kind of file. */
export interface FileKindView {
  readonly id: string;
  readonly title: string;
  readonly where: string;
  readonly schema: LinkView;
  readonly fields: readonly FieldView[];
}

/** The page of what may stand in content files. */
export interface CodebookView {
  readonly frame: FrameView;
  readonly title: string;
  readonly kinds: readonly FileKindView[];
  readonly rules: LinkView;
  readonly contribute: LinkView;
}

const kindWords: Readonly<Record<ContentKind, { readonly title: string; readonly where: string }>> = {
  entry: { title: 'Entry', where: 'content/entries/2020/10/2020-10-29-some-words.md' },
  actor: { title: 'Actor', where: 'content/actors/id-of-the-actor.md' },
  place: { title: 'Place', where: 'content/places/id-of-the-place.md' },
  source: { title: 'Source', where: 'content/sources/id-of-the-source.md' },
  page: { title: 'Page', where: 'content/pages/id-of-the-page.md' },
  chronicle: { title: 'Chronicle', where: 'content/chronicle.yml' },
  words: { title: 'Words', where: 'content/words.yml' },
};

/** Returns the page of what may stand in content files, made from their schemas. */
export function codebookView(context: ViewContext): CodebookView {
  const { urls } = context;
  const title = 'Codebook';
  const kinds = Object.keys(contentKinds) as ContentKind[];
  return {
    frame: frameView(context, {
      path: urls.codebook,
      title,
      description:
        'Every field of every kind of record: what stands there, whether it is needed, and which values there are.',
    }),
    title,
    kinds: kinds.map((kind) => ({
      id: kind,
      ...kindWords[kind],
      schema: { href: urls.schema(kind), text: `${kind}.json` },
      fields: codebookFields(kind).map((field) => ({
        id: [kind, ...field.path].join('-'),
        name: field.path.join(' › '),
        need: field.isRequired ? 'needed' : '',
        what: field.what,
        description: field.description,
        values: field.values,
      })),
    })),
    rules: { href: urls.rules, text: 'Rules of the check' },
    contribute: { href: urls.page('contribute'), text: 'How to contribute' },
  };
}
