import { parseBody } from '../markdown/parse-body.ts';
import { holdSame } from './same.ts';

/** Takes away spaces at the ends of lines of YAML, where they are no part of a value. */
export function trimYaml(yaml: string): string {
  const all = yaml.replaceAll(/[ \t]+$/gm, '');
  if (all === yaml || holdSame(yaml, all)) return all;
  return yaml
    .split('\n')
    .map((line) => ({ line, trimmed: line.trimEnd() }))
    .reduce(
      ({ done, open }, { line, trimmed }) => {
        const rest = open.slice(line.length + 1);
        const isSafe = line === trimmed || holdSame(yaml, [...done, trimmed, rest].join('\n'));
        return { done: [...done, isSafe ? trimmed : line], open: rest };
      },
      { done: [] as string[], open: yaml },
    )
    .done.join('\n');
}

/** Takes away spaces at the ends of lines of Markdown; two before a further line are a line break and stay. */
export function trimBody(body: string): string {
  const lines = body.split('\n');
  const trimmed = lines
    .map((line, index) => {
      const isBreak = / {2,}$/.test(line) && line.trim() !== '' && (lines[index + 1] ?? '').trim() !== '';
      return isBreak ? line : line.trimEnd();
    })
    .join('\n');
  return trimmed === body || readsSame(body, trimmed) ? trimmed : body;
}

function readsSame(before: string, after: string): boolean {
  const shape = (body: string) =>
    JSON.stringify(parseBody('', body).tree, (key, value: unknown) => (key === 'position' ? undefined : value));
  return shape(before) === shape(after);
}
