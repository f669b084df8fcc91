/** Code lengths and values of a Huffman table: codes of a length follow each other (ITU T.81, annex C). */
export interface Huffman {
  /** Number of codes by length, 1 to 16. */
  readonly counts: Uint8Array;
  readonly values: Uint8Array;
}

/** Reads the entropy-coded data of a scan bit by bit. Throws at the end of the data. */
export class JpegBits {
  readonly #bytes: Uint8Array;
  #at: number;
  #byte = 0;
  #left = 0;

  constructor(bytes: Uint8Array, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  /** Reads a value by its code. */
  decode({ counts, values }: Huffman): number {
    let [code, first, index] = [0, 0, 0];
    for (let length = 0; length < 16; length++) {
      code = (code << 1) | this.#bit();
      const count = counts[length] ?? 0;
      if (code - first < count) return values[index + code - first] ?? 0;
      index += count;
      first = (first + count) << 1;
    }
    throw new RangeError("no such code");
  }

  /** Reads a signed number of so many bits. */
  receive(length: number): number {
    let value = 0;
    for (let bit = 0; bit < length; bit++) value = (value << 1) | this.#bit();
    return length > 0 && value < 1 << (length - 1) ? value - (1 << length) + 1 : value;
  }

  /** Moves behind the next restart marker. */
  restart(): void {
    this.#left = 0;
    if (this.#bytes[this.#at] !== 0xff || ((this.#bytes[this.#at + 1] ?? 0) & 0xf8) !== 0xd0)
      throw new RangeError("no restart marker");
    this.#at += 2;
  }

  #bit(): number {
    if (this.#left === 0) {
      const byte = this.#bytes[this.#at++];
      // A byte FF of the data is followed by 00; otherwise it begins a marker.
      if (byte === undefined || (byte === 0xff && this.#bytes[this.#at++] !== 0))
        throw new RangeError("the scan is over");
      this.#byte = byte;
      this.#left = 8;
    }
    return (this.#byte >> --this.#left) & 1;
  }
}
