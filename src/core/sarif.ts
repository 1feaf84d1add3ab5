import type { VFileMessage } from 'vfile-message';
import type { ContentMessage } from './messages.ts';
import { type RuleId, ruleAddress, rules } from './rules.ts';

const ruleIds = Object.keys(rules) as RuleId[];

/**
 * Returns messages as a SARIF 2.1.0 log, which code hosts show beside the lines. `root` is put before each path; `site` is
 * the address of the site's root, without which rules have no address.
 */
export function formatSarif(messages: readonly VFileMessage[], root: string, site: string | undefined): string {
  const log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: { driver: { name: 'Chronicle check', rules: ruleIds.map((id) => toRule(id, site)) } },
        columnKind: 'utf16CodeUnits',
        results: messages.map((message) => toResult(message, root)),
      },
    ],
  };
  return `${JSON.stringify(log, undefined, 2)}\n`;
}

function toRule(id: RuleId, site: string | undefined) {
  const { severity, explanation } = rules[id];
  return {
    id,
    shortDescription: { text: explanation },
    ...(site === undefined ? {} : { helpUri: site.replace(/\/$/, '') + ruleAddress(id) }),
    defaultConfiguration: { level: severity },
  };
}

function toResult(message: VFileMessage, root: string) {
  const { related = [] } = message as ContentMessage;
  return {
    ruleId: message.ruleId,
    ruleIndex: ruleIds.indexOf(message.ruleId as RuleId),
    level: message.fatal === true ? 'error' : 'warning',
    message: { text: message.reason },
    locations: [{ physicalLocation: toLocation(root, message.file ?? '', message.line ?? 1, message.column ?? 1) }],
    ...(related.length === 0
      ? {}
      : {
          relatedLocations: related.map(({ path, line, column }, index) => ({
            id: index + 1,
            physicalLocation: toLocation(root, path, line, column),
          })),
        }),
  };
}

function toLocation(root: string, path: string, line: number, column: number) {
  return {
    artifactLocation: { uri: encodeURI(`${root}${path}`), uriBaseId: '%SRCROOT%' },
    region: { startLine: line, startColumn: column },
  };
}
