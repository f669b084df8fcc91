/** What a token is, which decides its color. */
export const TOKEN_KINDS = [
  "plain",
  "comment",
  "string",
  "constant",
  "keyword",
  "function",
  "parameter",
  "punctuation",
  "link",
] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

/** The tokens of a line: how many UTF-16 units each has, and its kind. */
export type TokenLine = readonly (readonly [length: number, kind: TokenKind])[];

/** What is asked of the worker. */
export interface HighlightRequest {
  readonly id: number;
  readonly code: string;
  readonly language: string;
}

/** What it replies: null where the code could not be read. */
export interface HighlightReply {
  readonly id: number;
  readonly lines: readonly TokenLine[] | null;
}

/** The pieces of a line with their kinds; the whole line as one plain piece without tokens that fit it. */
export function piecesOf(
  line: string,
  tokens: TokenLine | undefined,
): readonly { text: string; kind: TokenKind }[] {
  const length = tokens?.reduce((sum, [each]) => sum + each, 0);
  if (!tokens || length !== line.length) return [{ text: line, kind: "plain" }];
  let start = 0;
  return tokens.map(([each, kind]) => {
    const text = line.slice(start, start + each);
    start += each;
    return { text, kind };
  });
}
