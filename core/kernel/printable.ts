/**
 * Control strings that end with BEL or ST: DCS, SOS, OSC, PM and APC, in 7-bit and 8-bit form. An unterminated one
 * extends to the end of its line.
 */
const STRING_SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the expression removes control characters.
  /(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\n\x07\x18\x1a\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?/g;
/** CSI with its parameters, an escape with intermediate bytes, and an escape with one character (ECMA-48). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const SEQUENCE = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;
/**
 * Other characters without a visible form: control characters, line and paragraph separators, bidirectional formatting
 * characters, ignorable characters and lone surrogates.
 */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Texts with nothing to remove, which are most of them. */
const PLAIN = /^[\n\t -~]*$/;
/**
 * Emoji contain joiners and variation selectors, which are removed elsewhere. Compiling this expression is slow, so
 * it is compiled for the first text that is not plain.
 */
const EMOJI = "\\p{RGI_Emoji}";
let emoji: RegExp | undefined;

/**
 * Makes external text safe for a terminal: removes escape sequences, control characters except line feed and tab,
 * bidirectional formatting and invisible characters. The result cannot move the cursor in other ways, set colours, add
 * links or change the reading order.
 */
export function printable(text: string): string {
  if (PLAIN.test(text)) return text;
  const plain = text.replace(/\r\n/g, "\n").replace(STRING_SEQUENCE, "").replace(SEQUENCE, "");
  let shown = "";
  let from = 0;
  emoji ??= new RegExp(EMOJI, "gv");
  for (const { 0: whole, index } of plain.matchAll(emoji)) {
    shown += withoutInvisible(plain.slice(from, index)) + whole;
    from = index + whole.length;
  }
  return shown + withoutInvisible(plain.slice(from));
}

/** Like {@link printable}, on one line: line breaks, tabs and runs of spaces become one space. */
export function printableLine(text: string): string {
  return printable(text.replace(/[\n\r\t\u2028\u2029]+/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

/** JSON with these characters escaped, so that parsing it returns the same value. */
export function printableJson(value: unknown): string {
  return JSON.stringify(value).replace(INVISIBLE, (character) =>
    [...Array(character.length).keys()]
      .map((at) => `\\u${character.charCodeAt(at).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}

function withoutInvisible(text: string): string {
  return text.replace(INVISIBLE, (character) => (character === "\n" || character === "\t" ? character : ""));
}
