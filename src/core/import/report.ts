import type { Article } from './article.ts';
import type { Candidates } from './candidates.ts';
import type { ImportDraft } from './draft.ts';

/** Returns what an import found, in lines for a terminal: numbers of sentences and pointers of a few words. */
export function formatImport(article: Article, candidates: Candidates, draft: ImportDraft): string {
  const { claims, figures, dates, unowned, actors, places } = candidates;
  return [
    section('Source', [
      `title      ${article.headline}`,
      `publisher  ${article.publisher}`,
      `agency     ${article.agency ?? '–'}`,
      `authors    ${article.authors.join(', ') || '–'}`,
      `issued     ${article.issued ?? '–'}`,
      `language   ${article.language}`,
      `text       ${candidates.sentences} sentences in ${article.paragraphs.length} paragraphs; ${article.dropped} blocks left out as the page's own`,
    ]),
    section(`Actors: ${actors.size}`, listFirst(actors)),
    section(`Places: ${places.size}`, listFirst(places)),
    section(
      `Candidate claims: ${claims.length}`,
      claims.map((claim) =>
        row(
          claim.sentence,
          `${claim.by} ${claim.kind}${claim.about.length > 0 ? ` (about ${claim.about.join(', ')})` : ''}${claim.on ? `, on ${claim.on}` : ''}`,
          claim.pointer,
        ),
      ),
    ),
    section(
      `Candidate figures: ${figures.length}`,
      figures.map((figure) =>
        row(
          figure.sentence,
          `${figure.by ?? 'nobody known'}: ${figure.count} ${figure.who ?? 'of something else'}, ${figure.of ?? 'no measure'}, side ${figure.side}${figure.asOf ? `, as of ${figure.asOf}` : ''}`,
          figure.pointer,
        ),
      ),
    ),
    section(
      'Dates',
      dates.map((date) =>
        row(date.sentence, `${date.edtf}${date.isRelative ? ' (counted from the day of publication)' : ''}`, date.text),
      ),
    ),
    section(
      'Sentences without a speaker',
      unowned.map((item) => row(item.sentence, '', item.pointer)),
    ),
    section('Not sure', [...article.doubts, ...draft.doubts, ...candidates.doubts, ...leftOut(candidates)]),
  ]
    .filter(Boolean)
    .join('\n');
}

function leftOut({ figures }: Candidates): string[] {
  return figures.flatMap((figure) => {
    const subject = `Sentence ${figure.sentence}: \`${figure.text}\``;
    if (figure.by === undefined || figure.of === undefined || figure.who === undefined)
      return [`${subject} is not in the draft; what it counts or who states it is not known.`];
    return figure.isCarried
      ? [`${subject} names nothing that it counts; \`${figure.who}\` was taken from the number before.`]
      : [];
  });
}

function listFirst(records: ReadonlyMap<string, number>): string[] {
  return [...records].map(([id, sentence]) => `${id}${sentence === 0 ? ' (its own voice)' : ` (${sentence})`}`);
}

function row(sentence: number, what: string, pointer: string): string {
  return `${String(sentence).padStart(3)}  ${what}${what && '  '}“${pointer}”`;
}

function section(title: string, lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${title}\n${lines.map((line) => `  ${line}\n`).join('')}`;
}
