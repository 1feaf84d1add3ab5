import { createHash } from 'node:crypto';
import type { PackedBody } from '../core/markdown/packed-body.ts';
import type { Parts } from '../core/track-reads.ts';

/** Tells values that pages are made from apart by a digest, without keeping them. */
export class ReadDigests {
  readonly #parts: Parts;
  readonly #wholes = new Map<string, string>();

  constructor(parts: Parts) {
    this.#parts = parts;
  }

  /** Returns the digest of a value as it is now; that of a whole part without a key. */
  of(part: string, key?: string): string {
    const values = this.#parts.get(part);
    if (key !== undefined) return digestValue(values instanceof Map ? values.get(key) : undefined);
    let digest = this.#wholes.get(part);
    if (digest === undefined) {
      digest =
        values instanceof Map
          ? digestValue([...values].map(([name, value]) => [name, digestValue(value)]))
          : digestValue(values);
      this.#wholes.set(part, digest);
    }
    return digest;
  }
}

function digestValue(value: unknown): string {
  const hash = createHash('sha256');
  if (isBody(value)) hash.update(value.bytes).update(value.tree);
  else hash.update(JSON.stringify(value) ?? '');
  return hash.digest('base64').slice(0, 22);
}

function isBody(value: unknown): value is PackedBody {
  return typeof value === 'object' && value !== null && 'bytes' in value;
}
