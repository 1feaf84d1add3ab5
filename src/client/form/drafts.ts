import type { FormFolder } from '../../core/form-fields.ts';
import type { FormData } from './fields.ts';

/** A record as far as it is written. */
export interface Draft {
  readonly data: FormData;
  readonly body: string;
  readonly id: string;
  /** The id was typed, not suggested. */
  readonly isOwnId: boolean;
}

const keyOf = (folder: FormFolder) => `record-form:${folder}`;

/** Keeps a draft in this browser; tells whether it could. */
export function saveDraft(folder: FormFolder, draft: Draft): boolean {
  try {
    localStorage.setItem(keyOf(folder), JSON.stringify(draft));
    return true;
  } catch {
    // Private windows and full stores refuse; the caller says so.
    return false;
  }
}

/** Returns the draft of a kind of record; `undefined` where there is none. */
export function loadDraft(folder: FormFolder): Draft | undefined {
  try {
    const text = localStorage.getItem(keyOf(folder));
    return text === null ? undefined : (JSON.parse(text) as Draft);
  } catch {
    return undefined;
  }
}

/** Forgets a draft. */
export function clearDraft(folder: FormFolder): void {
  try {
    localStorage.removeItem(keyOf(folder));
  } catch {
    // Where nothing can be kept, nothing is kept.
  }
}
