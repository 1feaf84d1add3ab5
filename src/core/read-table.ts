import type { Read } from './reads.ts';

/** A read as plain data: a value by its part and key, or what was remembered by the numbers of its reads. */
export type PackedRead = readonly [part: string, key?: string] | readonly number[];

/** Numbers reads, each once, so that they can be sent and kept. */
export class ReadTable {
  readonly #packed: PackedRead[] = [];
  readonly #numbers = new Map<Read, number>();
  readonly #values = new Map<string, number>();

  /** All reads by their numbers; a group comes after what it holds. */
  get packed(): readonly PackedRead[] {
    return this.#packed;
  }

  /** Returns the numbers of some reads. */
  addAll(reads: Iterable<Read>): number[] {
    return Array.from(reads, (read) => this.#add(read));
  }

  /** Takes in those reads of another table that are used, by their numbers there; returns their numbers here. */
  take(packed: readonly PackedRead[], used: Iterable<number>): ReadonlyMap<number, number> {
    const wanted = new Set(used);
    // What a group holds comes before it.
    for (let number = packed.length - 1; number >= 0; number -= 1) {
      const read = packed[number];
      if (read && wanted.has(number) && !isValue(read)) for (const member of read) wanted.add(member);
    }
    const numbers = new Map<number, number>();
    for (const [number, read] of packed.entries()) {
      if (wanted.has(number))
        numbers.set(number, isValue(read) ? this.#addValue(...read) : this.#push(renumber(read, numbers)));
    }
    return numbers;
  }

  #add(read: Read): number {
    let number = this.#numbers.get(read);
    if (number === undefined) {
      number = 'part' in read ? this.#addValue(read.part, read.key) : this.#push(this.addAll(read.reads));
      this.#numbers.set(read, number);
    }
    return number;
  }

  #addValue(part: string, key?: string): number {
    const name = key === undefined ? part : `${part}\0${key}`;
    const number = this.#values.get(name) ?? this.#push(key === undefined ? [part] : [part, key]);
    this.#values.set(name, number);
    return number;
  }

  #push(read: PackedRead): number {
    return this.#packed.push(read) - 1;
  }
}

/** Returns the new numbers of reads that were taken in. */
export function renumber(reads: readonly number[], numbers: ReadonlyMap<number, number>): number[] {
  return reads.map((read) => {
    const number = numbers.get(read);
    if (number === undefined) throw new RangeError(`No read has the number ${read}`);
    return number;
  });
}

/** Tells whether a read is that of a value. */
export function isValue(read: PackedRead): read is readonly [part: string, key?: string] {
  return typeof read[0] === 'string';
}
