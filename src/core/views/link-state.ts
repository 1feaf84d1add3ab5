import { formatDay } from '../days.ts';
import { isDead, type LinkStatus } from '../link-status.ts';

/** What is known of a link, in words. */
export interface LinkStateView {
  /** Empty where nothing is to be said. */
  readonly text: string;
  readonly isDead: boolean;
}

const words: Readonly<Record<LinkStatus['state'], string>> = {
  live: '',
  moved: 'has moved',
  gone: 'not found',
  failing: 'gave no answer',
  // Neither says anything of what a reader will find.
  refused: '',
  disallowed: '',
};

/** Returns what a reader should know of a link before following it. */
export function linkStateView(status: LinkStatus | undefined): LinkStateView {
  const word = status ? words[status.state] : '';
  if (!status || word === '') return { text: '', isDead: false };
  const since = status.since === status.checked ? '' : `, and in every check since ${formatDay(status.since)}`;
  return { text: `${word} when last asked for on ${formatDay(status.checked)}${since}`, isDead: isDead(status) };
}
