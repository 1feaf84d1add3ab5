import { type FormField, type FormFolder, formFields } from '../form-fields.ts';
import { recordExamples, type RecordExample } from '../record-examples.ts';
import type { ViewContext } from './context.ts';
import { type FrameView, frameView } from './frame.ts';

/** The part of the form for one kind of record. */
export interface FormKind {
  readonly folder: FormFolder;
  readonly title: string;
  readonly fields: readonly FormField[];
  /** Whether a record of this kind has a text of its own. */
  readonly hasBody: boolean;
  /** How its file is named. */
  readonly idHelp: string;
}

/** The form for a new record. */
export interface FormView {
  readonly frame: FrameView;
  readonly title: string;
  readonly kinds: readonly FormKind[];
  readonly examples: readonly RecordExample[];
  /** The file that completes ids. */
  readonly records: string;
  readonly base: string;
  readonly repository: string | undefined;
  readonly contribute: string;
}

const kinds: readonly Omit<FormKind, 'fields'>[] = [
  {
    folder: 'entries',
    title: 'Entry',
    hasBody: true,
    idHelp: 'The date and a few words: `2020-10-29-some-words`. It never changes.',
  },
  {
    folder: 'sources',
    title: 'Source',
    hasBody: false,
    idHelp: 'Who, when and a few words: `paper-2020-10-29-some-words`.',
  },
  { folder: 'actors', title: 'Actor', hasBody: false, idHelp: 'The name in Latin letters with hyphens.' },
  { folder: 'places', title: 'Place', hasBody: false, idHelp: 'The name in Latin letters with hyphens.' },
];

/** Returns the form for a new record, made from the schema. */
export function formView(context: ViewContext): FormView {
  const { chronicle, urls } = context;
  const title = 'Add a record';
  return {
    frame: frameView(context, {
      path: urls.newRecord,
      title,
      description:
        'Write an entry, a source, an actor or a place in a form that checks it as you type, and propose it.',
    }),
    title,
    kinds: kinds.map((kind) => ({ ...kind, fields: formFields(kind.folder) })),
    examples: recordExamples,
    records: urls.file('contribute/records.json'),
    base: urls.base,
    repository: chronicle.config.repository,
    contribute: urls.page('contribute'),
  };
}
