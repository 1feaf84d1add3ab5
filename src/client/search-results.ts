import type { ExcerptPiece, SubResult } from './full-text/excerpt.ts';
import type { FullTextResult } from './full-text/full-text.ts';
import type { NameHit } from './names.ts';

const subResultLimit = 3;

/** Returns a result: its link, what it is, its excerpt, and the claims within it that match; with a range, whether it lies in it for certain. */
export function createResult(result: FullTextResult, hasRange: boolean): HTMLElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.append(createLink(result.url, result.meta['title'] ?? result.url));
  const what = document.createElement('p');
  what.className = 'data soft';
  what.textContent = [
    result.meta['type'],
    result.meta['date'],
    hasRange && result.meta['coarse'] ? 'possibly in range' : '',
  ]
    .filter(Boolean)
    .join(' · ');
  const excerpt = document.createElement('p');
  excerpt.append(...renderExcerpt(result.excerpt));
  item.append(heading, what, excerpt);
  const claims = result.parts.filter((part) => part.url.includes('#')).slice(0, subResultLimit);
  if (claims.length > 0) item.append(createSubResults(claims));
  return item;
}

/** Returns the record that goes by the name sought, as the first of the results. */
export function createRecord(hit: NameHit): HTMLElement {
  const item = document.createElement('li');
  const heading = document.createElement('h2');
  heading.append(createLink(hit.href, hit.name));
  const what = document.createElement('p');
  what.className = 'data soft';
  what.textContent = hit.what;
  item.append(heading, what);
  return item;
}

/** Returns a button that shows what narrows the search and takes it away. */
export function createChip(text: string, remove: () => void): HTMLElement {
  const item = document.createElement('li');
  const button = document.createElement('button');
  button.type = 'button';
  button.ariaLabel = `Remove ${text}`;
  button.textContent = `${text} ×`;
  button.addEventListener('click', remove);
  item.append(button);
  return item;
}

/** Returns a name that leads to its page. */
export function createName(hit: NameHit): HTMLElement {
  const item = document.createElement('li');
  const what = document.createElement('span');
  what.className = 'data soft';
  what.textContent = ` ${hit.what}`;
  item.append(createLink(hit.href, hit.name), what);
  return item;
}

/** Fills a select with the values of a facet and how many results each has; the chosen one stays. */
export function fillFacet(select: HTMLSelectElement, counts: Record<string, number>): void {
  const chosen = select.value;
  const values = Object.keys(counts).filter((value) => (counts[value] ?? 0) > 0 || value === chosen);
  if (chosen !== '' && !values.includes(chosen)) values.push(chosen);
  values.sort((a, b) => a.localeCompare(b, 'en'));
  const options = [
    new Option('Any', ''),
    ...values.map((value) => new Option(`${value} (${counts[value] ?? 0})`, value)),
  ];
  // What is being typed into it would be lost with the options.
  const isSame = options.map((option) => option.text).join() === [...select.options].map(({ text }) => text).join();
  if (isSame) return;
  select.replaceChildren(...options);
  select.value = chosen;
}

function createSubResults(claims: readonly SubResult[]): HTMLElement {
  const list = document.createElement('ul');
  list.className = 'plain';
  list.dataset['subresults'] = '';
  for (const claim of claims) {
    const item = document.createElement('li');
    item.append(createLink(claim.url, claim.title), ': ', ...renderExcerpt(withoutHeading(claim)));
    list.append(item);
  }
  return list;
}

// The part's excerpt starts with its heading, which is the link already.
function withoutHeading({ excerpt, title }: SubResult): readonly ExcerptPiece[] {
  const heading = `${title}. `;
  const text = excerpt.map((piece) => piece.text).join('');
  if (!text.startsWith(heading)) return excerpt;
  let length = 0;
  return excerpt.filter((piece) => {
    length += piece.text.length;
    return length > heading.length;
  });
}

/** Returns a link. */
export function createLink(href: string, text: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.href = href;
  link.textContent = text;
  return link;
}

function renderExcerpt(excerpt: readonly ExcerptPiece[]): Node[] {
  return excerpt.map(({ text, isMatch }) => {
    if (!isMatch) return document.createTextNode(text);
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
