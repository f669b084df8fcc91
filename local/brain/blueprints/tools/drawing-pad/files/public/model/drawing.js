/** The size of the paper in its own units, whatever size it has on the screen. */
export const PAPER = { width: 1000, height: 700 };
export const PAPER_COLOR = "#ffffff";

/** The most lines of a drawing, and the most points of a line; a longer one goes on as another. */
const MAX_LINES = 5000;
export const MAX_POINTS = 2000;
/** Points closer to the last one than this are left out. */
const STEP = 2;

/** A line: an identifier, a color, a width, and points as `[x, y, x, y, …]`. */
export function startLine(id, { color, width }, point) {
  return { id, color, width, points: [...onPaper(point)] };
}

/** The line with one more point; the same line if the point is too near to be seen. */
export function extendLine(line, point) {
  const [x, y] = onPaper(point);
  const [lastX, lastY] = line.points.slice(-2);
  if (Math.hypot(x - lastX, y - lastY) < STEP) return line;
  return { ...line, points: [...line.points, x, y] };
}

/** Reads stored lines; what is none is left out. */
export function parseDrawing(value) {
  if (!Array.isArray(value)) throw new TypeError("no list of lines");
  return value.filter(isLine).slice(-MAX_LINES);
}

/** A point as whole units inside the paper. */
export function onPaper([x, y]) {
  return [within(x, PAPER.width), within(y, PAPER.height)];
}

const within = (value, most) => Math.round(Math.min(Math.max(value, 0), most));

function isLine(line) {
  return (
    typeof line?.id === "string" &&
    /^#[0-9a-f]{6}$/.test(line.color) &&
    Number.isFinite(line.width) &&
    line.width > 0 &&
    line.width <= 100 &&
    Array.isArray(line.points) &&
    line.points.length >= 2 &&
    line.points.length % 2 === 0 &&
    line.points.every(Number.isFinite)
  );
}
