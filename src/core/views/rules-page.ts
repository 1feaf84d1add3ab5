import { showExample } from '../explain.ts';
import { ruleGroups } from '../rule-examples.ts';
import type { RuleExample } from '../rule-examples/example.ts';
import { type RuleId, rules, type Severity } from '../rules.ts';
import type { WordData } from '../schema.ts';
import type { LinkView, ViewContext } from './context.ts';
import { type FrameView, frameView } from './frame.ts';

/** One rule of the check as contributors see it. */
export interface RuleView {
  readonly id: string;
  readonly severity: Severity;
  readonly explanation: string;
  readonly wrong: string;
  readonly right: string;
  readonly remark: string | undefined;
}

/** Rules on one subject. */
export interface RuleGroupView {
  readonly id: string;
  readonly title: string;
  readonly rules: readonly RuleView[];
}

/** A loaded word with what may stand in its place. */
export interface WordView {
  readonly forms: string;
  readonly instead: string;
  readonly reason: string;
  readonly where: string;
}

/** The page of all rules. */
export interface RulesView {
  readonly frame: FrameView;
  readonly title: string;
  readonly counts: string;
  readonly groups: readonly RuleGroupView[];
  readonly words: readonly WordView[];
  readonly codebook: LinkView;
  readonly contribute: LinkView;
}

/** Returns the page of all rules, made from their table. */
export function rulesView(context: ViewContext): RulesView {
  const { chronicle, urls } = context;
  const title = 'Rules of the check';
  const all = Object.values(rules);
  const errors = all.filter((rule) => rule.severity === 'error').length;
  return {
    frame: frameView(context, {
      path: urls.rules,
      title,
      description:
        'Every rule that a contribution is checked by, with a wrong and a right example, and the list of words.',
    }),
    title,
    counts: `${errors} rules are errors and stop a build; ${all.length - errors} are warnings, for people to weigh.`,
    groups: ruleGroups.map(({ id, title: name, examples }) => ({
      id: `${id}-rules`,
      title: name,
      rules: Object.entries(examples).map(([rule, example]) => ruleView(rule as RuleId, example)),
    })),
    words: chronicle.words.map(wordView),
    codebook: { href: urls.codebook, text: 'Codebook' },
    contribute: { href: urls.page('contribute'), text: 'How to contribute' },
  };
}

function ruleView(id: RuleId, { wrong, right, remark }: RuleExample): RuleView {
  const { severity, explanation } = rules[id];
  return { id, severity, explanation, wrong: showExample(wrong), right: showExample(right), remark };
}

function wordView(word: WordData): WordView {
  return {
    forms: word.forms.map((form) => form.replaceAll('*', '…')).join(', '),
    instead: word.instead.join('; '),
    reason: word.reason,
    where: word.kind === 'verb-of-fact' ? 'where one side alone speaks' : 'in all our own words',
  };
}
