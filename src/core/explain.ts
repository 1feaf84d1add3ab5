import { ruleExamples } from './rule-examples.ts';
import { type RuleId, rules } from './rules.ts';

// Characters that nobody sees, and those that turn the direction of text, are shown by their number.
const unseen = /[\u00AD\u200B\u202A-\u202E\u2066-\u2069]/g;

/** Returns an example in a form that everybody can see. */
export function showExample(text: string): string {
  if (text === '') return '(nothing)';
  return text
    .replaceAll(unseen, (letter) => `⟨U+${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`)
    .trimEnd();
}

/** Returns a rule in words with its examples, for a terminal; `undefined` if there is no such rule. */
export function explainRule(rule: string): string | undefined {
  if (!Object.hasOwn(rules, rule)) return undefined;
  const { severity, explanation } = rules[rule as RuleId];
  const { wrong, right, remark } = ruleExamples[rule as RuleId];
  const indent = (text: string) => showExample(text).replaceAll(/^/gm, '  ');
  return `${severity} ${rule}\n${explanation}\n\nWrong:\n${indent(wrong)}\n\nRight:\n${indent(right)}\n${remark === undefined ? '' : `\n${remark}\n`}`;
}
