import type { VFileMessage } from 'vfile-message';
import type { ContentFile } from '../../src/core/text-file.ts';

/** Returns messages without a file of the content, or at a place outside it; a missing chronicle.yml may be named. */
export function findMisplaced(files: readonly ContentFile[], messages: readonly VFileMessage[]): string[] {
  const lines = new Map(files.map((file) => [file.path, new TextDecoder().decode(file.bytes).split('\n')]));
  return messages
    .filter(({ file = '', line = 0, column = 0, ruleId }) => {
      const text = lines.get(file);
      if (!text) return ruleId !== 'missing-config';
      return line < 1 || column < 1 || line > text.length || column > (text[line - 1] ?? '').length + 1;
    })
    .map((message) => `${message.file}:${message.line}:${message.column} ${message.ruleId}`);
}
