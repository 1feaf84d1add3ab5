import type { Read } from './reads.ts';

/** A read as plain data: a value by its part and key, or what was remembered by the numbers of its reads. */
export type PackedRead = readonly [part: string, key?: string] | readonly number[];

/** The new number of each read by its old one; less than 0 for one that was not taken in. */
export type NewNumbers = Int32Array;

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

  /** Takes in those reads of another table that are used, by lists of their numbers there; returns their numbers here. */
  take(packed: readonly PackedRead[], used: Iterable<readonly number[]>): NewNumbers {
    // There are millions of numbers for a large chronicle.
    const isWanted = new Uint8Array(packed.length);
    const want = (reads: readonly number[]) => {
      for (const read of reads) isWanted[read] = 1;
    };
    for (const reads of used) want(reads);
    // What a group holds comes before it.
    for (let number = packed.length - 1; number >= 0; number -= 1) {
      const read = packed[number];
      if (read && isWanted[number] && !isValue(read)) want(read);
    }
    const numbers = new Int32Array(packed.length).fill(-1);
    for (const [number, read] of packed.entries()) {
      if (isWanted[number])
        numbers[number] = isValue(read) ? this.#addValue(...read) : this.#push(renumber(read, numbers));
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
export function renumber(reads: readonly number[], numbers: NewNumbers): number[] {
  return reads.map((read) => {
    const number = numbers[read] ?? -1;
    if (number < 0) throw new RangeError(`No read has the number ${read}`);
    return number;
  });
}

/** Tells whether a read is that of a value. */
export function isValue(read: PackedRead): read is readonly [part: string, key?: string] {
  return typeof read[0] === 'string';
}
