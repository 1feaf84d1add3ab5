const textDecoder = new TextDecoder();

/** Reads the kinds of values that an index has in CBOR (RFC 8949): whole numbers, text, and arrays of known length. */
export class CborReader {
  readonly bytes: Uint8Array;
  position: number;

  constructor(bytes: Uint8Array, position = 0) {
    this.bytes = bytes;
    this.position = position;
  }

  /** Returns a number, whatever its sign. */
  readNumber(): number {
    const isNegative = (this.bytes[this.position] ?? 0) >= 0x20;
    const value = this.#readArgument();
    return isNegative ? -1 - value : value;
  }

  /** Returns how many values follow in an array. */
  readLength(): number {
    return this.#readArgument();
  }

  /** Returns a text. */
  readText(): string {
    const length = this.#readArgument();
    this.position += length;
    return textDecoder.decode(this.bytes.subarray(this.position - length, this.position));
  }

  /** Passes over an array of numbers. */
  skipNumbers(): void {
    let left = this.#readArgument();
    const { bytes } = this;
    let at = this.position;
    for (; left > 0; left -= 1) {
      const low = (bytes[at] ?? 0) & 0x1f;
      at += low < 24 ? 1 : 1 + (1 << (low - 24));
    }
    this.position = at;
  }

  /** Returns a value of any of these kinds. */
  readValue(): unknown {
    const kind = (this.bytes[this.position] ?? 0) >> 5;
    if (kind < 2) return this.readNumber();
    if (kind === 3) return this.readText();
    if (kind !== 4)
      throw new TypeError(`Unexpected value of kind ${kind} in an index, expected a number, text or array`);
    return Array.from({ length: this.readLength() }, () => this.readValue());
  }

  // The number in a value's head: itself, the length of a text, or of an array.
  #readArgument(): number {
    const { bytes } = this;
    const low = (bytes[this.position++] ?? 0) & 0x1f;
    if (low < 24) return low;
    let value = 0;
    for (let left = 1 << (low - 24); left > 0; left -= 1) value = value * 256 + (bytes[this.position++] ?? 0);
    return value;
  }
}
