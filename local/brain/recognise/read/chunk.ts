import type { Role } from "./grammar.ts";
import type { Piece } from "./pieces.ts";

/** What stands between two boundaries of a sentence: words that name something, and how they are joined on. */
export interface Chunk {
  /** Roles of the words before it, in order. */
  readonly lead: Role[];
  /** The punctuation before it, such as "," or "." or "(". */
  readonly marks: string[];
  /** The words before it, for the ledger. */
  readonly before: Piece[];
  readonly pieces: Piece[];
  /** The words that negate it; empty for a wish. */
  negators: Piece[];
  /** Whether it gives examples of what was named before. */
  examples?: boolean;
}
