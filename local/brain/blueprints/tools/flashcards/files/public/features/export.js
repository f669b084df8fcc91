/** The cards as text, one line each: `front;back`. A backslash stands before `;`, `\` and, as `\n`, for a new line. */
export const toLines = (cards) => cards.map(({ front, back }) => `${escape(front)};${escape(back)}\n`).join("");

/** Reads such a text: `{ cards: [{ front, back }], leftOut }`, where `leftOut` are the lines without both sides. */
export function fromLines(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const isCard = (line) => Object.values(sides(line)).every((side) => side !== "");
  return { cards: lines.filter(isCard).map(sides), leftOut: lines.filter((line) => !isCard(line)) };
}

const escape = (text) => text.replace(/[\\;]/g, "\\$&").replace(/\r?\n/g, "\\n");
const unescape = (text) => text.replace(/\\(.)/g, (_, character) => (character === "n" ? "\n" : character)).trim();

function sides(line) {
  const [, front = "", back = ""] = /^((?:\\.|[^\\;])*);(.*)$/.exec(line) ?? [];
  return { front: unescape(front), back: unescape(back) };
}
