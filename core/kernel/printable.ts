/**
 * The strings that end with BEL or ST: DCS, SOS, OSC, PM and APC, in both their forms. One that does not end takes no
 * more than its own line.
 */
const STRING_SEQUENCE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must go.
  /(?:\x1b[PX\]^_]|[\x90\x98\x9d-\x9f])[^\n\x07\x18\x1a\x1b\x9c]*(?:\x07|\x1b\\|\x9c)?/g;
/** CSI with its parameters, an escape with intermediate bytes, and an escape with one character (ECMA-48). */
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const SEQUENCE = /(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?|\x1b[ -/]*[0-~]?/g;
/**
 * What is left that has an effect but no look: other control characters, line and paragraph separators, marks that
 * change the direction of text, invisible characters, and halves of surrogate pairs.
 */
const INVISIBLE = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\p{Bidi_Control}\p{Default_Ignorable_Code_Point}\ufff9-\ufffb]/gu;
/** Most texts: there is nothing to take out. */
const PLAIN = /^[\n\t -~]*$/;
/**
 * Emoji are joined and presented by characters that are invisible elsewhere. Making the expression takes longer than
 * most commands have, so it is made for the first text that is not plain.
 */
const EMOJI = "\\p{RGI_Emoji}";
let emoji: RegExp | undefined;

/**
 * Text from outside as a terminal may show it: without escape sequences, control characters (line feed and tab
 * stay), marks of direction and invisible characters. Nothing in the result moves the cursor except those two, sets
 * a colour, names a link or changes the order in which text is read.
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

/** As {@link printable}, on one line: breaks, tabs and runs of spaces are one space. */
export function printableLine(text: string): string {
  return printable(text.replace(/[\n\r\t\u2028\u2029]+/g, " "))
    .replace(/\s+/g, " ")
    .trim();
}

/** JSON in which the same characters are escaped: what is read from it is the value itself. */
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
