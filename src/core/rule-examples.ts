import { bodyExamples } from './rule-examples/body.ts';
import { dataExamples } from './rule-examples/data.ts';
import type { RuleExample } from './rule-examples/example.ts';
import { fileExamples } from './rule-examples/files.ts';
import { referenceExamples } from './rule-examples/references.ts';
import { reviewExamples } from './rule-examples/review.ts';
import type { RuleId } from './rules.ts';

/** The groups in which the rules are shown, with a wrong and a right example of each rule. */
export const ruleGroups = [
  { id: 'files', title: 'Files and YAML', examples: fileExamples },
  { id: 'data', title: 'The data of a record', examples: dataExamples },
  { id: 'references', title: 'What refers to what', examples: referenceExamples },
  { id: 'body', title: 'Text', examples: bodyExamples },
  { id: 'review', title: 'What a careful reader would ask', examples: reviewExamples },
] as const;

/** A wrong and a right example of each rule. */
export const ruleExamples: Readonly<Record<RuleId, RuleExample>> = {
  ...fileExamples,
  ...dataExamples,
  ...referenceExamples,
  ...bodyExamples,
  ...reviewExamples,
};
