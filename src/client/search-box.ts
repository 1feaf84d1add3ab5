import type { NameFinder, NameHit } from './names.ts';

/** Gives the header's search box its suggestions: names while typing, chosen by arrows and Enter. */
export function enhanceSearchBox(): void {
  const form = document.querySelector<HTMLFormElement>('[data-search-box]');
  const input = form?.querySelector('input');
  if (!form || !input) return;
  const list = createList(form, input);
  const status = createStatus(form);
  input.addEventListener('focus', () => load(form).catch(() => fail()), { once: true });
  input.addEventListener('input', () =>
    suggest(form, input, list)
      .then((count) => announce(status, input, count))
      .catch(() => fail()),
  );
  input.addEventListener('keydown', (event) => steer(event, input, list));
  form.addEventListener('focusout', (event) => {
    if (!form.contains(event.relatedTarget as Node | null)) close(input, list);
  });
  document.addEventListener('keydown', (event) => focusBox(event, input));
}

let finder: NameFinder | undefined;

// Once it is there, a key is answered at once: even a module that is loaded comes a frame later.
async function load(form: HTMLFormElement): Promise<NameFinder> {
  if (finder) return finder;
  setState('loading');
  const { loadNames } = await import('./names.ts');
  finder = await loadNames(form.dataset['nameFile'] ?? '');
  setState('ready');
  return finder;
}

async function suggest(form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement): Promise<number> {
  const names = await load(form);
  const hits = names.find(input.value);
  list.replaceChildren(...hits.map((hit, index) => createOption(hit, index)));
  list.hidden = hits.length === 0;
  input.setAttribute('aria-expanded', String(hits.length > 0));
  input.removeAttribute('aria-activedescendant');
  return hits.length;
}

function announce(status: HTMLElement, input: HTMLInputElement, count: number): void {
  const text = count === 0 ? 'No names; Enter searches the text.' : `${count} ${count === 1 ? 'name' : 'names'}.`;
  status.textContent = input.value.trim() === '' ? '' : text;
}

function steer(event: KeyboardEvent, input: HTMLInputElement, list: HTMLElement): void {
  const options = [...list.querySelectorAll<HTMLAnchorElement>('a')];
  const current = options.findIndex((option) => option.getAttribute('aria-selected') === 'true');
  if (event.key === 'Escape' && !list.hidden) {
    // The text stays; another Escape clears it, as in any search box.
    event.preventDefault();
    close(input, list);
  } else if (event.key === 'Enter' && current >= 0) {
    event.preventDefault();
    options[current]?.click();
  } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && options.length > 0) {
    event.preventDefault();
    list.hidden = false;
    input.setAttribute('aria-expanded', 'true');
    // One step beyond either end is the input itself.
    const step = event.key === 'ArrowDown' ? 1 : -1;
    select(input, options, ((current + 1 + step + options.length + 1) % (options.length + 1)) - 1);
  }
}

function select(input: HTMLInputElement, options: readonly HTMLElement[], chosen: number): void {
  for (const [index, option] of options.entries()) option.setAttribute('aria-selected', String(index === chosen));
  const id = options[chosen]?.id;
  if (id === undefined) input.removeAttribute('aria-activedescendant');
  else input.setAttribute('aria-activedescendant', id);
}

function focusBox(event: KeyboardEvent, input: HTMLInputElement): void {
  const isTyping = (event.target as HTMLElement).closest?.('input, textarea, select, [contenteditable]');
  const isSlash = event.key === '/' && !isTyping && !event.ctrlKey && !event.metaKey && !event.altKey;
  const isCommand = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey);
  if (!isSlash && !isCommand) return;
  event.preventDefault();
  const target = document.querySelector<HTMLInputElement>('[data-search-form] input') ?? input;
  target.focus();
  target.select();
}

function createList(form: HTMLFormElement, input: HTMLInputElement): HTMLElement {
  const list = document.createElement('div');
  list.id = 'search-names';
  list.role = 'listbox';
  list.ariaLabel = 'Names';
  list.className = 'suggestions';
  list.dataset['names'] = '';
  list.hidden = true;
  input.role = 'combobox';
  input.setAttribute('aria-expanded', 'false');
  input.setAttribute('aria-controls', list.id);
  input.setAttribute('aria-autocomplete', 'list');
  form.append(list);
  return list;
}

// What the list holds is said, for it opens beside the focus.
function createStatus(form: HTMLFormElement): HTMLElement {
  const status = document.createElement('p');
  status.role = 'status';
  status.className = 'hidden';
  form.append(status);
  return status;
}

function createOption(hit: NameHit, index: number): HTMLAnchorElement {
  const option = document.createElement('a');
  option.id = `search-name-${index}`;
  option.className = 'suggestion';
  option.role = 'option';
  option.href = hit.href;
  option.tabIndex = -1;
  option.setAttribute('aria-selected', 'false');
  const what = document.createElement('span');
  what.className = 'soft';
  what.textContent = hit.what;
  option.append(`${hit.name} `, what);
  return option;
}

function close(input: HTMLInputElement, list: HTMLElement): void {
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  select(input, [...list.querySelectorAll('a')], -1);
}

// Without the names the box still leads to the search page.
function fail(): void {
  setState('error');
}

function setState(state: 'idle' | 'loading' | 'ready' | 'error'): void {
  if (document.querySelector('[data-search-form]')) return;
  document.documentElement.dataset['search'] = state;
}
