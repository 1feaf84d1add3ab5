import { bodyExamples } from './rule-examples/body.ts';
import { dataExamples } from './rule-examples/data.ts';
import type { RuleExample } from './rule-examples/example.ts';
import { fileExamples } from './rule-examples/files.ts';
import { referenceExamples } from './rule-examples/references.ts';
import { reviewExamples } from './rule-examples/review.ts';
import type { RuleId } from './rules.ts';

/** A wrong and a right example of each rule. */
export const ruleExamples: Readonly<Record<RuleId, RuleExample>> = {
  ...fileExamples,
  ...dataExamples,
  ...referenceExamples,
  ...bodyExamples,
  ...reviewExamples,
};
