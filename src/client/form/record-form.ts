import type { FormFolder, FormList } from '../../core/form-fields.ts';
import type { RecordList } from '../../core/outputs/record-list.ts';
// First, for it sets what the schemas need.
import { checkFile, type Problem } from './check.ts';
import { clearDraft, loadDraft, saveDraft } from './drafts.ts';
import { fillFields, listPaths, readFields } from './fields.ts';
import { suggestId, toFile } from './file.ts';
import { FormOutcome } from './outcome.ts';
import { showPreview } from './preview.ts';
import { fillLists, fillOwn, knownIds, loadRecords, type OwnRecord, resolveId } from './records.ts';
import { addRow, choose, inputOf, removeRow } from './rows.ts';

const folders: readonly FormFolder[] = ['entries', 'sources', 'actors', 'places'];
const pause = 200;

/** Loads what the chronicle holds and starts the form. */
export async function openForm(form: HTMLFormElement): Promise<void> {
  new RecordForm(form, await loadRecords(form.dataset['records'] ?? '')).start();
}

/** The form: reads its fields, checks and shows the file that comes of them, and keeps the draft. */
class RecordForm {
  readonly #form: HTMLFormElement;
  readonly #records: RecordList;
  readonly #outcome: FormOutcome;
  #folder: FormFolder = 'entries';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(form: HTMLFormElement, records: RecordList) {
    this.#form = form;
    this.#records = records;
    this.#outcome = new FormOutcome(form);
  }

  /** Shows the form with the drafts kept, and follows what is done in it. */
  start(): void {
    fillLists(this.#records);
    for (const folder of folders) {
      const draft = loadDraft(folder);
      if (!draft) continue;
      const section = this.#section(folder);
      fillFields(section, draft.data);
      const body = section.querySelector<HTMLTextAreaElement>('[data-body] textarea');
      if (body) body.value = draft.body;
      const id = this.#idInput(section);
      id.value = draft.id;
      if (draft.isOwnId) id.dataset['own'] = '';
    }
    const wanted = new URLSearchParams(location.search).get('kind');
    this.#show(folders.find((folder) => folder === wanted) ?? 'entries');
    this.#form.hidden = false;
    this.#form.addEventListener('input', (event) => this.#onInput(event));
    this.#form.addEventListener('change', (event) => this.#onChange(event));
    this.#form.addEventListener('click', (event) => this.#onClick(event));
    this.#form.addEventListener('keydown', (event) => this.#onKey(event));
  }

  #onInput(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.closest('[data-id]')) {
      if (input.value === '') delete input.dataset['own'];
      else input.dataset['own'] = '';
    }
    input.closest<HTMLElement>('.field')?.setAttribute('data-touched', '');
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#update(), pause);
  }

  #onChange(event: Event): void {
    const input = event.target as HTMLInputElement;
    if (input.name === 'kind') this.#show(input.value as FormFolder);
    const field = input.closest<HTMLElement>('[data-control^=reference]');
    if (field) this.#resolve(field, false);
  }

  #onClick(event: Event): void {
    const button = (event.target as Element).closest<HTMLElement>('button, a');
    const field = button?.closest<HTMLElement>('[data-field]');
    if (!button) return;
    if ('add' in button.dataset && field) {
      const row = addRow(field);
      row.querySelector<HTMLElement>('[data-input]')?.focus();
    } else if ('remove' in button.dataset) {
      removeRow(button.closest('fieldset') ?? button);
    } else if ('choose' in button.dataset && field) {
      this.#resolve(field, true);
    } else if ('unchoose' in button.dataset && field) {
      button.closest('li')?.remove();
      inputOf(field).focus();
    } else if ('clear' in button.dataset) {
      this.#clear();
    } else {
      return;
    }
    this.#update();
  }

  // Enter adds to a list; it never sends a form that has nowhere to go.
  #onKey(event: KeyboardEvent): void {
    const field = (event.target as Element).closest<HTMLElement>('[data-control=references]');
    if (event.key !== 'Enter' || !(event.target instanceof HTMLInputElement)) return;
    event.preventDefault();
    if (field) this.#resolve(field, true);
    this.#update();
  }

  // A name that was typed becomes its record's id; where several are taken, a known id moves to the chosen ones.
  #resolve(field: HTMLElement, isFinal: boolean): void {
    const input = inputOf(field);
    const text = input.value.trim();
    const kind = (input.getAttribute('list') ?? '').replace('form-', '') as FormList;
    const id = resolveId(this.#records, kind, text);
    if (text === '') return;
    if (field.dataset['control'] === 'reference') {
      input.value = id;
    } else if (isFinal || id !== text || this.#isKnown(kind, id)) {
      choose(field, id);
      input.value = '';
    }
    field.setAttribute('data-touched', '');
  }

  // Claims of this entry are named by their own id, others by their entry's too; both stand in the list.
  #isKnown(kind: FormList, id: string): boolean {
    const options = document.querySelectorAll<HTMLOptionElement>(`#form-${kind} option`);
    return [...options].some((option) => option.value === id);
  }

  #show(folder: FormFolder): void {
    this.#folder = folder;
    for (const section of this.#form.querySelectorAll<HTMLElement>('[data-kind]'))
      section.hidden = section.dataset['kind'] !== folder;
    const radio = this.#form.querySelector<HTMLInputElement>(`input[name=kind][value=${folder}]`);
    if (radio) radio.checked = true;
    this.#update();
  }

  #clear(): void {
    const section = this.#section(this.#folder);
    clearDraft(this.#folder);
    fillFields(section, {});
    for (const input of section.querySelectorAll<HTMLInputElement>('[data-body] textarea, [data-id] input'))
      input.value = '';
    delete this.#idInput(section).dataset['own'];
    for (const field of section.querySelectorAll('[data-touched]')) field.removeAttribute('data-touched');
  }

  #update(): void {
    clearTimeout(this.#timer);
    const section = this.#section(this.#folder);
    const data = readFields(section);
    const body = section.querySelector<HTMLTextAreaElement>('[data-body] textarea')?.value ?? '';
    const input = this.#idInput(section);
    if (!('own' in input.dataset)) input.value = suggestId(this.#folder, data);
    const id = input.value.trim();
    const isKept = saveDraft(this.#folder, { data, body, id, isOwnId: 'own' in input.dataset });
    const own: OwnRecord[] = [...this.#otherDrafts(), ...(id === '' ? [] : [{ folder: this.#folder, id, data }])];
    fillOwn(own);
    const file = toFile(this.#folder, id, data, body);
    const fields = listPaths(section);
    const problems: Problem[] = [
      ...checkFile(
        file,
        knownIds(this.#records, own),
        fields.map(({ path }) => path),
      ),
      ...this.#checkTaken(id),
    ];
    showPreview(this.#outcome.preview, file, data, body, this.#records, this.#form.dataset['base'] ?? '/');
    this.#outcome.show(file, problems, { section, fields, isKept });
  }

  #checkTaken(id: string): Problem[] {
    const isTaken = this.#records[this.#folder].some(([other]) => other === id) || this.#records.withdrawn.includes(id);
    if (!isTaken) return [];
    return [
      {
        reason: `Unexpected second \`${id}\`, expected an id that no record has.`,
        rule: 'duplicate-id',
        isError: true,
        line: 1,
        column: 1,
        at: 'id',
      },
    ];
  }

  #otherDrafts(): OwnRecord[] {
    return folders
      .filter((folder) => folder !== this.#folder)
      .flatMap((folder) => {
        const draft = loadDraft(folder);
        return draft && draft.id !== '' ? [{ folder, id: draft.id, data: draft.data }] : [];
      });
  }

  #section(folder: FormFolder): HTMLElement {
    const section = this.#form.querySelector<HTMLElement>(`[data-kind=${folder}]`);
    if (!section) throw new Error(`The form has no part for ${folder}`);
    return section;
  }

  #idInput(section: HTMLElement): HTMLInputElement {
    const input = section.querySelector<HTMLInputElement>('[data-id] input');
    if (!input) throw new Error('The form has no field for the id');
    return input;
  }
}
