import { BOXES } from "../model/cards.js";

/** The cards as text, one line each: `front;back;box;due`. A backslash stands before `;`, `\` and, as `\n`, for a new line. */
export const toLines = (cards) => cards.map(({ front, back, box, due }) => `${escape(front)};${escape(back)};${box};${due}\n`).join("");

/**
 * Reads such a text, with or without box and due day: `{ cards: [{ front, back, box, due }], leftOut }`, where `leftOut` are
 * the lines without both sides or with a day that is none.
 */
export function fromLines(text) {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  return { cards: lines.flatMap((line) => cardIn(line) ?? []), leftOut: lines.filter((line) => cardIn(line) === null) };
}

const escape = (text) => text.replace(/[\\;]/g, "\\$&").replace(/\r?\n/g, "\\n");
const unescape = (text) => text.replace(/\\(.)/g, (_, character) => (character === "n" ? "\n" : character)).trim();

const LINE = new RegExp(String.raw`^((?:\\.|[^\\;])*);(.*?)(?:;([${BOXES.join("")}]);(\d{4}-\d{2}-\d{2}))?$`);

function cardIn(line) {
  const [, front = "", back = "", box, due] = LINE.exec(line) ?? [];
  const sides = { front: unescape(front), back: unescape(back) };
  if (sides.front === "" || sides.back === "" || (due && Number.isNaN(Date.parse(due)))) return null;
  return due ? { ...sides, box: Number(box), due } : sides;
}
