import type { Chronicle, Claim, Figure } from '../../../model.ts';
import { answerKinds, claimSchema, figureSchema } from '../../../schema.ts';
import { standings } from '../../../standing.ts';
import { requireRecord } from '../../../views/context.ts';
import { standingView } from '../../../views/standing.ts';
import { addressColumn, dateColumns, statementColumns } from '../shared-columns.ts';
import { type Column, column, defineTable } from '../table.ts';

const sideColumn = <T extends { readonly by: readonly string[] }>(): Column<T> =>
  column(
    'claimant_sides',
    'The sides of those who say it: ids of chronicle.yml, or `third-party`.',
    ({ by }, { chronicle }) => [...new Set(by.map((id) => requireRecord(chronicle.actors, id).side))],
    { type: 'list' },
  );

/** Claims: statements with their owners. */
export const claimTable = defineTable<Claim>({
  name: 'claims',
  title: 'Claims',
  description: 'Statements with their owners: who says what, about whom, and how well it is attested.',
  key: ['id'],
  columns: [
    ...statementColumns<Claim>('claim'),
    column('claimants', claimSchema.shape.by, (claim) => claim.by, { type: 'list', refersTo: 'actors' }),
    sideColumn<Claim>(),
    column('says', claimSchema.shape.says, (claim) => claim.says, { isRequired: true }),
    column('about', claimSchema.shape.about, (claim) => claim.about, { type: 'list', refersTo: 'actors' }),
    ...dateColumns<Claim>('date', claimSchema.shape.on, (claim) => claim.on),
    {
      ...column<Claim>(
        'standing',
        'How well it is attested, computed from its sources and the claims that answer it; /methodology/ has the rules.',
        (claim, { chronicle }) => requireRecord(chronicle.standings, claim.key).kind,
        { isRequired: true },
      ),
      vocabulary: Object.keys(standings),
    },
    column('standing_reason', 'What the standing rests on, in words.', (claim, context) =>
      emptyToAbsent(standingView(context, claim).reason),
    ),
    column(
      'origins',
      'How many independent origins its sources have; papers that carry one text are one origin.',
      (claim, { chronicle }) => requireRecord(chronicle.standings, claim.key).origins.length,
      { type: 'integer', isRequired: true },
    ),
    column('sources', claimSchema.shape.sources, (claim) => claim.sources, { type: 'list', refersTo: 'sources' }),
    addressColumn((claim, { urls }) => urls.absolute(urls.statement(claim.key))),
  ],
  records: (chronicle) => chronicle.claims.values(),
});

interface AnswerRow {
  readonly claim: string;
  readonly kind: string;
  readonly answers: string;
}

/** Answers: which claim denies, confirms, disputes or retracts which. */
export const answerTable = defineTable<AnswerRow>({
  name: 'answers',
  title: 'Answers',
  description: 'Which claim denies, confirms, disputes or retracts which.',
  key: ['claim', 'kind', 'answers'],
  columns: [
    column('claim', 'The claim that answers.', (row) => row.claim, { isRequired: true, refersTo: 'claims' }),
    { ...column<AnswerRow>('kind', 'How.', (row) => row.kind, { isRequired: true }), vocabulary: answerKinds },
    column('answers', 'The claim answered.', (row) => row.answers, { isRequired: true, refersTo: 'claims' }),
  ],
  records: listAnswers,
});

/** Figures: numbers with their claimants. */
export const figureTable = defineTable<Figure>({
  name: 'figures',
  title: 'Figures',
  description: 'Numbers with their claimants, as stated. None is summed, and an absent one is no zero.',
  key: ['id'],
  columns: [
    ...statementColumns<Figure>('figure'),
    column('claimants', figureSchema.shape.by, (figure) => figure.by, { type: 'list', refersTo: 'actors' }),
    sideColumn<Figure>(),
    column('count', figureSchema.shape.count, (figure) => figure.count.text, { isRequired: true }),
    column(
      'bound',
      'How the count bounds the number: exact, at-least, about, range, less-than or more-than.',
      (figure) => figure.count.bound,
      { isRequired: true },
    ),
    column('low', 'The least number that the count allows, where it says so.', (figure) => figure.count.low, {
      type: 'integer',
    }),
    column('high', 'The greatest number that the count allows, where it says so.', (figure) => figure.count.high, {
      type: 'integer',
    }),
    column('of', figureSchema.shape.of, (figure) => figure.of, { isRequired: true }),
    column('who', figureSchema.shape.who, (figure) => figure.who, { isRequired: true }),
    column('part', figureSchema.shape.part, (figure) => figure.part),
    column('side', figureSchema.shape.side, (figure) => figure.side, { isRequired: true }),
    column('places', figureSchema.shape.places, (figure) => figure.places, { type: 'list', refersTo: 'places' }),
    ...dateColumns<Figure>('since', figureSchema.shape.since, (figure) => figure.since, false),
    ...dateColumns<Figure>('as_of', figureSchema.shape['as-of'], (figure) => figure.asOf),
    column('note', figureSchema.shape.note, (figure) => figure.note),
    column('sources', figureSchema.shape.sources, (figure) => figure.sources, { type: 'list', refersTo: 'sources' }),
    addressColumn((figure, { urls }) => urls.absolute(urls.statement(figure.key))),
  ],
  records: (chronicle) => chronicle.figures.values(),
});

function* listAnswers(chronicle: Chronicle): Generator<AnswerRow> {
  for (const claim of chronicle.claims.values())
    for (const answer of claim.answers) yield { claim: claim.key, kind: answer.kind, answers: answer.claim };
}

function emptyToAbsent(text: string): string | undefined {
  return text === '' ? undefined : text;
}
