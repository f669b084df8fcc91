/** A kind of request that is refused before a model sees it. */
export interface ContentRule {
  readonly name: string;
  /** What is refused, as the end of the sentence "Gantry does not build …". */
  readonly refuses: string;
  /** Whether a text that was normalised with {@link normalise} requests it. */
  readonly matches: (text: string) => boolean;
}
