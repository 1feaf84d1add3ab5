import { describe, expect, test } from 'vitest';
import { frontmatterAlone } from '../../src/editor/frontmatter-alone.mjs';

describe('the frontmatter alone', () => {
  test.each([
    ['a record', '---\ntitle: A\n---\n\nBody: b\n', '\ntitle: A\n\n\n\n', 2],
    ['returns before line feeds', '---\r\ntitle: A\r\n---\r\nBody\r\n', '\r\ntitle: A\r\n\r\n\r\n', 2],
    ['an end that is not written yet', '---\ntitle: A\nkind: ', '\ntitle: A\nkind: ', 3],
    ['a first fence that names YAML', '---yaml\ntitle: A\n---\n', '\ntitle: A\n\n', 2],
    ['a line in the body like a fence', '---\na: b\n---\nText\n\n---\n\nc: d\n', '\na: b\n\n\n\n\n\n\n', 2],
    ['no frontmatter', 'title: A\n---\n', '\n\n', 0],
    ['frontmatter that is code', '---js\nmodule.exports = 1\n---\n', '\n\n\n', 0],
    ['nothing', '', '', 0],
  ])('of %s', (_, text, kept, end) => {
    expect(frontmatterAlone(text)).toEqual({ text: kept, end });
  });

  test('has every character where the file has it', () => {
    const text = '---\nnames:\n  - {text: Şuşa, lang: az}\n---\nBody\n';
    const kept = frontmatterAlone(text).text.split('\n');
    expect(kept).toHaveLength(text.split('\n').length);
    expect(kept[2]).toBe(text.split('\n')[2]);
  });
});
