import { type ContentMessage, compareText } from './messages.ts';
import { locatedOf } from './open-record.ts';
import { type ReadRecord, schemaOf } from './read-record.ts';
import { listReferences } from './references.ts';
import { answerKinds, type EntryData } from './schema.ts';

/**
 * Returns the messages on some files and what they touch: the records that they refer to, messages elsewhere that concern
 * them, and errors in the records that refer to them. A file may be named by its folder.
 */
export function narrowMessages(
  messages: readonly ContentMessage[],
  records: readonly ReadRecord[],
  wanted: readonly string[],
): ContentMessage[] {
  const isWanted = (path: string) => wanted.some((name) => path === name || path.startsWith(`${name}/`));
  const paths = new Map(records.map((record) => [`${record.folder}/${record.id}`, record.path]));
  const touched = new Set<string>();
  const touching = new Set<string>();
  for (const record of records) {
    const targets = referencesOf(record).map((reference) => paths.get(reference) ?? '');
    if (isWanted(record.path)) for (const target of targets) touched.add(target);
    else if (targets.some(isWanted)) touching.add(record.path);
  }
  return messages.filter((message) => {
    const file = message.file ?? '';
    return (
      isWanted(file) ||
      touched.has(file) ||
      (message.related ?? []).some((related) => isWanted(related.path)) ||
      (message.fatal === true && touching.has(file))
    );
  });
}

/** Returns what a record refers to, as `folder/id`, each once. */
export function referencesOf(record: ReadRecord): string[] {
  const schema = schemaOf(record.path);
  const inData = schema ? listReferences(schema, locatedOf(record)?.data) : [];
  const answered = ((record.data as Partial<EntryData> | undefined)?.claims ?? []).flatMap((claim) =>
    answerKinds.flatMap((kind) => claim[kind].map((key) => key.split('#'))),
  );
  const all = [
    ...inData.map(({ folder, id }) => `${folder}/${id}`),
    ...answered.filter((parts) => parts.length === 2).map(([entry]) => `entries/${entry}`),
    ...(record.body?.citations ?? []).map((mention) => `sources/${mention.source}`),
    ...(record.body?.links ?? []).map(({ path }) => path.replace(/\/.*\//, '/').replace(/\.md$/, '')),
  ];
  return [...new Set(all)].sort(compareText);
}
