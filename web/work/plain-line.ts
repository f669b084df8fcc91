/** Sequences by which programs color a terminal or move its cursor (ECMA-48), and titles and links of xterm. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are control characters
const SEQUENCES = /\u001b\[[0-?]*[ -/]*[@-~]|\u001b\][^\u0007\u001b]*(?:\u0007|\u001b\\)|\u001b[@-Z\\-_]/g;
/** Characters that change the order of text or are not seen; control characters except the tab. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are control characters
const INVISIBLE = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** Longer lines are cut where they are drawn. */
const DRAWN = 2000;

/** A line of a program's output as text: no terminal sequences, and characters that hide something made visible. */
export function plainLine(line: string): string {
  const shown = line.length > DRAWN ? `${line.slice(0, DRAWN)} …` : line;
  // What stands before a carriage return is overwritten on a terminal.
  const last = shown.replace(SEQUENCES, "").replace(/\r+$/, "").split("\r").at(-1) ?? "";
  return visible(last);
}

/** A text with characters that hide something as marks: `‹U+202E›`. */
export function visible(text: string): string {
  return text.replace(
    INVISIBLE,
    (character) => `‹U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}›`,
  );
}
