/**
 * Divides text into lines while it arrives, in pieces of any length. Each character is looked at once, and of a line only
 * the first `limit` characters are kept.
 */
export class LineReader {
  readonly #limit: number;
  #pieces: string[] = [];
  #length = 0;

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** The characters of the line that has not ended yet, with those that were not kept. */
  get pending(): number {
    return this.#length;
  }

  /** The lines that end in this piece, without their line ends. */
  *push(piece: string): Generator<string> {
    let start = 0;
    for (let end = piece.indexOf("\n"); end >= 0; end = piece.indexOf("\n", start)) {
      this.#add(piece.slice(start, end));
      yield this.#end();
      start = end + 1;
    }
    this.#add(piece.slice(start));
  }

  #add(text: string): void {
    const room = this.#limit - this.#length;
    if (text !== "" && room > 0) this.#pieces.push(text.slice(0, room));
    this.#length += text.length;
  }

  #end(): string {
    const line = this.#pieces.join("");
    this.#pieces = [];
    this.#length = 0;
    return line.endsWith("\r") ? line.slice(0, -1) : line;
  }
}
