import type { Entry } from '../model.ts';
import type { ViewContext } from './context.ts';

/** A version: the digest of a content, short, and the day when it came to be, as far as that is known. */
export interface Version {
  readonly id: string;
  readonly day: string | undefined;
}

/** How many letters of a digest name a version. */
const idLength = 10;

/** Returns the version of a record, `folder/id`; `undefined` where its past was not asked for. */
export function recordVersion({ history }: ViewContext, key: string): Version | undefined {
  const record = history?.records.get(key);
  if (record?.version === undefined) return undefined;
  return {
    id: record.version.slice(0, idLength),
    day: record.isCommitted ? record.revisions[0]?.day : undefined,
  };
}

/** Returns the version of a page that shows some entries: it changes as soon as one of them does. */
export function entriesVersion(context: ViewContext, entries: readonly Entry[]): Version | undefined {
  const { history } = context;
  if (!history || entries.length === 0) return undefined;
  const versions = entries.map((entry) => recordVersion(context, `entries/${entry.id}`));
  const days = versions.map((version) => version?.day);
  const isDated = days.every((day) => day !== undefined);
  return {
    id: history
      .digest(entries.map((entry, index) => `${entry.id} ${versions[index]?.id ?? ''}\n`).join(''))
      .slice(0, idLength),
    day: isDated ? days.toSorted().at(-1) : undefined,
  };
}
