import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { close, createIndex } from 'pagefind';
import { afterAll, expect, test } from 'vitest';
import { readTerms } from '../../src/client/full-text/query.ts';
import { searchDocuments } from '../../src/core/outputs/search-documents.ts';
import { readChronicle } from '../../src/site/chronicle.ts';
import { readPacked } from '../../src/site/packed-file.ts';
import { readSettings } from '../../src/site/settings.ts';
import { tempFolder } from '../support/temp-folder.ts';

type Postings = [distance: number, ...unknown[]][];
type Word = [text: string, pages: Postings, spellings: [string, Postings][]];

/** Words that try each rule of the stemmer. */
const telling = `arsenal arsenic community communism emergency emerge generate generally interval internal international later lateral
  organization organic past paste pastor university universal pathologist biologist sociologist proceed exceed succeed evening
  cannery inning outing earring herring dying lying tying vying bias news howe atlas skis sky skies early only ugly gently idly
  singly owned hoping hopped failing fizzed ties cries gas this kiwis plasters ought happiness hopefulness radically analogous
  apologist fluently agreed agreedly feed bleed yes yield boyish say toys youth youthful argument basement replacement adjustment
  adoption nation national rational conditional valency hesitancy digitizer conformably added egged offing abbess classes possesses
  us bus pious electrical electricity formative formalize hopeful goodness sensibility decisive activate probate rate cease controll
  roll rolling y ys ying o’clock don't 's 'tis été Şuşa Шуша`;

afterAll(() => close());

test('every word of the chronicle has the stem that Pagefind gives it', async () => {
  const words = await listWords();
  expect(words.length).toBeGreaterThan(5000);
  const stems = await indexEach(words);
  const wrong = words.flatMap((word, index) => {
    const [term] = readTerms(word);
    return term === undefined || stems[index]?.includes(term.stem) ? [] : [`${word}: ${term.stem}, ${stems[index]}`];
  });
  expect(wrong).toEqual([]);
});

async function listWords(): Promise<string[]> {
  const words = new Set(telling.split(/\s+/));
  for (const { html } of searchDocuments(await readChronicle(readSettings({}), false)))
    for (const [word] of html.replaceAll(/<[^>]*>/g, ' ').matchAll(/[\p{L}\p{N}’']+/gu)) words.add(word);
  return [...words];
}

/** Returns the words that the index has for each, by a document for each of them. */
async function indexEach(words: readonly string[]): Promise<string[][]> {
  const folder = await tempFolder();
  const { index } = await createIndex({ forceLanguage: 'en' });
  for (const [number, word] of words.entries()) {
    const content = `<html lang="en"><body data-pagefind-body><p>${word}</p></body></html>`;
    await index?.addHTMLFile({ url: `/${number}/`, content });
  }
  await index?.writeFiles({ outputPath: folder });
  const stems = words.map((): string[] => []);
  for (const name of await readdir(join(folder, 'index'))) {
    const [own] = await readPacked<[Word[]]>(join(folder, 'index', name));
    for (const [stem, pages, spellings] of own) {
      for (const postings of [pages, ...spellings.map(([, more]) => more)]) {
        let document = 0;
        for (const [distance] of postings) {
          document += distance;
          stems[document]?.push(stem);
        }
      }
    }
  }
  return stems;
}
