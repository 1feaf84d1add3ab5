let count = 0;

/** Returns the fields that stand directly in a part of the form. */
export function listFields(parent: Element): HTMLElement[] {
  return [...parent.querySelectorAll<HTMLElement>(':scope > [data-field]')];
}

/** Returns the control of a field that is typed into. */
export function inputOf(field: Element): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
  const input = field.querySelector<HTMLInputElement>('[data-input]');
  if (!input) throw new Error(`The field ${field.getAttribute('data-field')} has no control`);
  return input;
}

/** Returns the rows of a group of fields. */
export function listRows(field: Element): HTMLElement[] {
  return [...field.querySelectorAll<HTMLElement>(':scope > [data-rows] > fieldset')];
}

/** Adds a row to a group, with ids of its own. */
export function addRow(field: Element): HTMLElement {
  const template = field.querySelector<HTMLTemplateElement>(':scope > template');
  const rows = field.querySelector(':scope > [data-rows]');
  const row = template?.content.firstElementChild?.cloneNode(true);
  if (!(row instanceof HTMLElement) || !rows)
    throw new Error(`The group ${field.getAttribute('data-field')} has no row`);
  count += 1;
  for (const element of row.querySelectorAll('*'))
    for (const name of ['id', 'for', 'aria-describedby']) {
      const value = element.getAttribute(name);
      if (value !== null) element.setAttribute(name, value.replaceAll('--row', `-${count}`));
    }
  rows.append(row);
  showAdd(field);
  return row;
}

/** Takes a row away and moves the focus to what stands there then. */
export function removeRow(row: Element): void {
  const field = row.closest<HTMLElement>('[data-control^=group]');
  row.remove();
  if (!field) return;
  showAdd(field);
  field.querySelector<HTMLElement>(':scope > [data-add]')?.focus();
}

/** Adds an id to the chosen ones of a field. */
export function choose(field: Element, value: string): void {
  const list = field.querySelector('[data-chosen]');
  if (!list || listChosen(field).includes(value)) return;
  const item = document.createElement('li');
  item.dataset['value'] = value;
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset['unchoose'] = '';
  button.ariaLabel = `Take away ${value}`;
  button.textContent = `${value} ×`;
  item.append(button);
  list.append(item);
}

/** Returns the ids chosen in a field. */
export function listChosen(field: Element): string[] {
  return [...field.querySelectorAll<HTMLElement>(':scope > [data-chosen] > li')].map(
    (item) => item.dataset['value'] ?? '',
  );
}

// Of a single group there is one at most.
function showAdd(field: Element): void {
  const button = field.querySelector<HTMLElement>(':scope > [data-add=group]');
  if (button) button.hidden = listRows(field).length > 0;
}
