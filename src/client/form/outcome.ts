import { newFileHref } from '../../core/forge.ts';
import type { Path, Problem } from './check.ts';
import type { RecordFile } from './file.ts';
import { inputOf } from './rows.ts';

/** The part of the form that was filled in. */
export interface FilledPart {
  readonly section: HTMLElement;
  readonly fields: readonly { readonly path: Path; readonly field: HTMLElement }[];
  /** The draft could be kept in this browser. */
  readonly isKept: boolean;
}

/** Shows what comes of the form: problems beside their fields and as a list, the file, and the ways to hand it in. */
export class FormOutcome {
  /** Where the preview is shown. */
  readonly preview: HTMLElement;
  readonly #form: HTMLFormElement;
  #file: RecordFile = { path: '', text: '' };

  constructor(form: HTMLFormElement) {
    this.#form = form;
    this.preview = this.#part('preview');
    // What the form sends itself to is the reader's own disk.
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      this.#download();
    });
    this.#part('copy').addEventListener('click', () => this.#copy());
  }

  /** Shows a file with its problems. */
  show(file: RecordFile, problems: readonly Problem[], part: FilledPart): void {
    this.#file = file;
    this.#part('path').textContent = `content/${file.path}`;
    this.#part('file').textContent = file.text;
    this.#propose(file);
    const errors = problems.filter((problem) => problem.isError).length;
    const kept = part.isKept ? '' : ' The browser keeps no drafts here: download the file before you leave.';
    this.#part('form-status').textContent =
      (errors === 0 ? 'No problems: the file is ready.' : `${errors} ${errors === 1 ? 'thing' : 'things'} to mend.`) +
      kept;
    this.#form.dataset['errors'] = String(errors);
    const found = problems.map((problem) => ({ problem, field: findField(problem, part) }));
    this.#part('problems').replaceChildren(...found.map(({ problem, field }) => createProblem(problem, field)));
    this.#mark(found, part);
  }

  // Beside a field a problem is shown once the field was touched; the list has all from the start.
  #mark(found: readonly { problem: Problem; field: HTMLElement | undefined }[], { section }: FilledPart): void {
    for (const field of section.querySelectorAll<HTMLElement>('.field')) {
      const reasons = found.filter((item) => item.field === field).map((item) => item.problem.reason);
      const isShown = reasons.length > 0 && 'touched' in field.dataset;
      const note = field.querySelector(':scope > [data-problem]');
      if (note) note.textContent = isShown ? reasons.join(' ') : '';
      const input = field.querySelector('[data-input]');
      if (input?.closest('.field') !== field) continue;
      if (isShown) input.setAttribute('aria-invalid', 'true');
      else input.removeAttribute('aria-invalid');
    }
  }

  #propose(file: RecordFile): void {
    const { repository } = this.#form.dataset;
    if (repository === undefined) return;
    const { href, hasText } = newFileHref(repository, `content/${file.path}`, file.text);
    const link = this.#part('propose') as HTMLAnchorElement;
    link.href = href;
    link.textContent = hasText ? 'Open a pull request' : 'Open a pull request (copy the text first and paste it there)';
  }

  #download(): void {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([this.#file.text], { type: 'text/markdown' }));
    link.download = this.#file.path.split('/').at(-1) ?? 'record.md';
    link.click();
    URL.revokeObjectURL(link.href);
    this.#say(`Saved. Its place is content/${this.#file.path}`);
  }

  #copy(): void {
    navigator.clipboard.writeText(this.#file.text).then(
      () => this.#say('Copied.'),
      () => {
        getSelection()?.selectAllChildren(this.#part('file'));
        this.#say('The browser lets no page copy here: the text is selected, copy it by keyboard.');
      },
    );
  }

  #say(text: string): void {
    this.#part('done').textContent = text;
  }

  #part(name: string): HTMLElement {
    const part = this.#form.querySelector<HTMLElement>(`[data-${name}]`);
    if (!part) throw new Error(`The form has no [data-${name}]`);
    return part;
  }
}

function findField({ at }: Problem, { section, fields }: FilledPart): HTMLElement | undefined {
  if (at === 'body' || at === 'id') return section.querySelector<HTMLElement>(`[data-${at}]`) ?? undefined;
  return (
    at && fields.find(({ path }) => path.length === at.length && path.every((key, index) => key === at[index]))?.field
  );
}

function createProblem(problem: Problem, field: HTMLElement | undefined): HTMLLIElement {
  const item = document.createElement('li');
  const text = `${problem.line}:${problem.column} ${problem.rule}: ${problem.reason}`;
  if (!field) {
    item.textContent = text;
    return item;
  }
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = text;
  button.addEventListener('click', () => {
    const control = field.querySelector(':scope > [data-add]:not([hidden])') ?? inputOf(field);
    (control as HTMLElement).focus();
  });
  item.append(button);
  return item;
}
