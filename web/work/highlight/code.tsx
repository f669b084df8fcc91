import { visible } from "../plain-line.ts";
import { piecesOf, type TokenKind, type TokenLine } from "./tokens.ts";

const COLORS: Readonly<Record<TokenKind, string | undefined>> = {
  plain: undefined,
  comment: "text-muted italic",
  string: "text-good",
  constant: "text-wait",
  keyword: "text-accent",
  function: "text-link",
  parameter: undefined,
  punctuation: "text-muted",
  link: "text-link underline",
};

/** A line of code: its pieces in the color of what they are. */
export function Code({ line, tokens }: { readonly line: string; readonly tokens: TokenLine | undefined }) {
  return piecesOf(line, tokens).map(({ text, kind }, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a line do not move
    <span key={at} className={COLORS[kind]}>
      {visible(text)}
    </span>
  ));
}
