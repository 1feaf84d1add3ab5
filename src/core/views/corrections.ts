import { formatDay } from '../days.ts';
import { entryLink, type LinkView, type ViewContext } from './context.ts';
import { type FrameView, frameView } from './frame.ts';

/** All corrections, newest first, and all withdrawn entries. */
export interface CorrectionsView {
  readonly frame: FrameView;
  readonly title: string;
  readonly corrections: readonly { readonly on: string; readonly entry: LinkView; readonly note: string }[];
  readonly withdrawn: readonly (LinkView & { readonly reason: string })[];
}

/** Returns the page of corrections. */
export function correctionsView(context: ViewContext): CorrectionsView {
  const { chronicle, urls } = context;
  const title = 'Corrections';
  const rows = [...chronicle.entries.values(), ...chronicle.withdrawn.values()].flatMap((entry) =>
    entry.corrections.map(({ on, note }) => ({ day: on, entry, note })),
  );
  return {
    frame: frameView(context, {
      path: urls.page('corrections'),
      title,
      description: 'Everything that was put right in published entries, newest first, with what stood there before.',
    }),
    title,
    corrections: rows
      .sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.entry.id < b.entry.id ? -1 : 1))
      .map(({ day, entry, note }) => ({ on: formatDay(day), entry: entryLink(context, entry), note })),
    withdrawn: [...chronicle.withdrawn.values()].map((entry) => ({
      ...entryLink(context, entry),
      reason: entry.reason ?? '',
    })),
  };
}
