import { createHash, hash } from 'node:crypto';
import type { PackedBody } from '../core/markdown/packed-body.ts';
import type { Parts } from '../core/track-reads.ts';

/** Tells values that pages are made from apart by a digest, worked out once for each. */
export class ReadDigests {
  readonly #parts: Parts;
  readonly #wholes = new Map<string, string>();
  readonly #values = new Map<string, Map<unknown, string>>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Returns the digest of a value as it is now; that of a whole part without a key. */
  of(part: string, key?: string): string {
    const values = this.#parts.get(part);
    if (key !== undefined) return values instanceof Map && values.has(key) ? this.#ofKey(part, values, key) : absent;
    let digest = this.#wholes.get(part);
    if (digest === undefined) {
      digest =
        values instanceof Map
          ? digestValue(Array.from(values.keys(), (name) => [name, this.#ofKey(part, values, name)]))
          : digestValue(values);
      this.#wholes.set(part, digest);
    }
    return digest;
  }

  #ofKey(part: string, values: ReadonlyMap<unknown, unknown>, key: unknown): string {
    let known = this.#values.get(part);
    if (!known) {
      known = new Map();
      this.#values.set(part, known);
    }
    let digest = known.get(key);
    if (digest === undefined) {
      digest = digestValue(values.get(key));
      known.set(key, digest);
    }
    return digest;
  }
}

const absent = digestValue(undefined);

function digestValue(value: unknown): string {
  const digest = isBody(value)
    ? createHash('sha256').update(value.bytes).update(value.tree).digest('base64')
    : hash('sha256', JSON.stringify(value) ?? '', 'base64');
  return digest.slice(0, 22);
}

function isBody(value: unknown): value is PackedBody {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
