import { describe, expect, test } from 'vitest';
import { openText, openTree, packBody, packTree } from '../../src/core/markdown/packed-body.ts';
import { parseBody } from '../../src/core/markdown/parse-body.ts';
import { renderBody } from '../../src/core/markdown/render-body.ts';

const render = (body: string, names: { href: string; names: string[] }[] = []) =>
  renderBody('entries/2020/10/2020-10-29-here.md', body, {
    resolveLink: (path, fragment) => `/${path}${fragment && `#${fragment}`}`,
    names,
  });

describe('citations', () => {
  test('sources are numbered by first citation and link back', () => {
    const { html, notes } = render('One.[@b] Two.[@a; @b, para. 4]');
    expect(html).toBe(
      '<p>One.<sup class="citation"><a href="#note-1" id="cite-1" aria-label="Source 1">1</a></sup> Two.<sup class="citation"><a href="#note-2" id="cite-2" aria-label="Source 2">2</a><a href="#note-1" id="cite-1-2" aria-label="Source 1, para. 4">1, para. 4</a></sup></p>',
    );
    expect(notes).toEqual([
      {
        number: 1,
        source: 'b',
        references: [
          { id: 'cite-1', locator: '' },
          { id: 'cite-1-2', locator: 'para. 4' },
        ],
      },
      { number: 2, source: 'a', references: [{ id: 'cite-2', locator: '' }] },
    ]);
  });

  test('code and links keep their brackets', () => {
    expect(render('`[@a]`').notes).toEqual([]);
  });
});

describe('names', () => {
  const town = { href: '/places/town/', names: ['Bridge Town', 'Körpü', "Town's End"] };

  test('only the first mention is linked, under whichever name', () => {
    expect(render('In Körpü, or Bridge Town. Bridge Town again.', [town]).html).toBe(
      '<p>In <a href="/places/town/">Körpü</a>, or Bridge Town. Bridge Town again.</p>',
    );
  });

  test('a part of a word is no mention, and headings and links stay as they are', () => {
    expect(render('## Bridge Town\n\n[Bridge Town](https://a.example) Bridge Towners', [town]).html).not.toContain(
      '/places/town/',
    );
  });

  test('a curly apostrophe is an apostrophe', () => {
    expect(render('At Town’s End.', [town]).html).toContain('<a href="/places/town/">Town’s End</a>');
  });

  test('a shorter name inside a longer one is no mention of its own, and both are found after', () => {
    const ministry = { href: '/actors/ministry/', names: ["Bridge Town's Ministry", 'Bridge'] };
    expect(render("Bridge Town's Ministry. Bridge Town's Ministry on Bridge Town.", [town, ministry]).html).toBe(
      '<p><a href="/actors/ministry/">Bridge Town\'s Ministry</a>. Bridge Town\'s Ministry on <a href="/places/town/">Bridge Town</a>.</p>',
    );
  });
});

test('links to record files become addresses', () => {
  expect(render('[truce](../../../entries/2020/10/2020-10-10-truce.md#agreed)').html).toBe(
    '<p><a href="/entries/2020/10/2020-10-10-truce.md#agreed">truce</a></p>',
  );
});

describe('a packed body', () => {
  const frontmatter = '---\ntitle: Şuşa, Շուշի, 𝒮\n---\n';
  const bodies = [
    'A plain paragraph of some words.',
    'Words before a citation [@a; @b, p. 4], and words after it.\n\nWords before a citation [@a], and words after it.',
    'Şuşa, Շուշի and Шуша are one place 𝒮 of three names.\r\nA second line of the same paragraph.\r\n',
    'A text with &amp; an entity and an \\* escaped asterisk in it.',
    '> A quotation over\n> two lines of the file.\n\n- A list with a long point\n  that goes on here.\n',
    '    A block of code as the first thing of a body.\n\n`and code within a line of text`\n',
    '| A head | Another |\n|---|---|\n| a cell with many words | https://paper.example/a |\n\n \n',
    '',
  ];

  test.each(bodies)('opens as its own text and the tree that was parsed: %j', (body) => {
    const padded = `\n\n\n${body}`;
    const { tree } = parseBody('entries/2020/10/2020-10-29-here.md', padded);
    const packed = packBody(Buffer.from(frontmatter + body), padded, packTree(tree, padded));
    expect(openText(packed)).toBe(body.trim());
    expect(openTree(packed)).toEqual(withoutPositions(tree));
  });

  test('says a long text by its place in the body', () => {
    const body = 'A plain paragraph of some words.';
    expect(packTree(parseBody('', body).tree, body)).toContain('"value":[0,32]');
  });
});

function withoutPositions(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'position' ? undefined : value)));
}
