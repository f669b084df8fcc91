import { draw, drawBelow } from "../lib/random.js";

export const MAX_ENTRIES = 60;
export const EXAMPLES = "{{entries}}".split("\n");
const TURNS = 5;

/** The entries of a text with one on each line; empty lines are left out. */
export function readEntries(text) {
  return text
    .split("\n")
    .map((line) => line.trim().slice(0, 60))
    .filter((line) => line !== "")
    .slice(0, MAX_ENTRIES);
}

/** Which of `count` entries is picked, each as likely as the others, and a place within its slice from 0 to 1. */
export function pick(count, seed) {
  const drawn = drawBelow(count, seed);
  return { index: drawn.value, place: 0.1 + 0.8 * draw(drawn.seed).value };
}

/** The next rotation in degrees, some whole turns further, at which the pointer on top is in slice `index` of `count`. */
export function rotationTo({ index, place }, count, from = 0) {
  const slice = 360 / count;
  const turns = (Math.ceil(from / 360) + TURNS) * 360;
  return turns - (index + place) * slice;
}

/** The slice that is below the pointer at a rotation. */
export function sliceAt(rotation, count) {
  const angle = (((-rotation % 360) + 360) % 360) / (360 / count);
  return Math.floor(angle) % count;
}

/** The SVG path of a slice of a wheel with radius 100 around 0, 0; the first one starts on top. */
export function slicePath(index, count) {
  if (count === 1) return "M0 -100A100 100 0 1 1 -0.01 -100Z";
  const [start, end] = [index, index + 1].map((edge) => (edge / count) * 2 * Math.PI);
  const point = (angle) => `${(100 * Math.sin(angle)).toFixed(2)} ${(-100 * Math.cos(angle)).toFixed(2)}`;
  return `M0 0L${point(start)}A100 100 0 0 1 ${point(end)}Z`;
}

/** Stored entries; throws when they are none. */
export function parseEntries(value) {
  if (!Array.isArray(value) || value.some((entry) => typeof entry !== "string")) throw new TypeError("entries must be texts");
  return readEntries(value.join("\n"));
}
