import { splitBlocks, type PageText } from '../core/import/article.ts';
import { readHtml } from './read-html.ts';

/** A page that cannot be imported, and why, in a sentence that says what to do. */
export class PageError extends Error {}

const enoughWords = 60;
const charsetInHead = /<meta[^>]+charset=["']?([\w-]+)/i;
const paywallWords =
  /\b(?:subscribe (?:now )?to (?:continue|read|keep)|to continue reading|already a subscriber|for subscribers only|this (?:article|content|story) is (?:for|only available to|reserved for) |create a free account to|unlock (?:this|the full) (?:article|story))/i;

/** Reads a saved page, HTML or plain text. Fails with a `PageError` where there is no article to read. */
export async function readPage(bytes: Uint8Array): Promise<PageText> {
  if (bytes.length === 0) throw new PageError('The page is empty: save it again from the browser.');
  const text = decodePage(bytes);
  if (text.trim() === '') throw new PageError('The page holds nothing but space: save it again from the browser.');
  const isHtml = /^\s*(?:<!--[\s\S]*?-->\s*)?<(?:!doctype html|html|head|body|article|div|\?xml)\b/i.test(text);
  const { isLocked, ...page } = isHtml
    ? await readHtml(text)
    : { blocks: splitBlocks(text), metadata: {}, isLocked: false };
  const words = page.blocks.reduce((sum, block) => sum + block.split(/\s+/).filter(Boolean).length, 0);
  const isWalled = isLocked || page.blocks.some((block) => paywallWords.test(block));
  if (isWalled && words < wallWords)
    throw new PageError(
      `The page shows only the start of its article (${words} words) and then asks for a subscription: save it while signed in, or use a copy that is open to all.`,
    );
  if (words < enoughWords)
    throw new PageError(
      `No article was found in the page: it has ${words} words. A page that is put together by scripts is best saved as "complete" from the browser.`,
    );
  return page;
}

const wallWords = 250;

function decodePage(bytes: Uint8Array): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const kind = binaryKind(start);
  if (kind !== undefined)
    throw new PageError(`The file is ${kind}, not a page: save the article as HTML or as plain text.`);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return decodeStated(bytes, charsetInHead.exec(start)?.[1]);
  }
}

function decodeStated(bytes: Uint8Array, charset: string | undefined): string {
  try {
    return new TextDecoder(charset ?? '', { fatal: true }).decode(bytes);
  } catch {
    throw new PageError(
      `The page is neither UTF-8 nor in the encoding that it states${charset === undefined ? ' (it states none)' : ` (\`${charset}\`)`}: save it as UTF-8.`,
    );
  }
}

function binaryKind(start: string): string | undefined {
  const signatures: readonly [string, string][] = [
    ['%PDF', 'a PDF'],
    ['\u0089PNG', 'an image'],
    ['ÿØÿ', 'an image'],
    ['GIF8', 'an image'],
    ['PK\u0003\u0004', 'an archive or an office document'],
  ];
  return (
    signatures.find(([signature]) => start.startsWith(signature))?.[1] ??
    (start.includes('\u0000') ? 'binary' : undefined)
  );
}
