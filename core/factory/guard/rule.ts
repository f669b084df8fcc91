/** A kind of request that is refused before a model sees it. */
export interface ContentRule {
  readonly name: string;
  /** What is refused, as the end of "Gantry does not build …". */
  readonly refuses: string;
  /** Whether the text, as {@link normalise} returns it, asks for that. */
  readonly matches: (text: string) => boolean;
}

/** Matches any of these patterns as whole words. */
export function anyWord(...patterns: readonly string[]): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join("|")})(?![\\p{L}\\p{N}])`, "u");
}
