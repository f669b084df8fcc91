import { h, svg } from "./dom.js";
import { ticks } from "./statistics.js";

const WIDTH = 640;
const HEIGHT = 320;
const TOP = 24;
const BOTTOM = 44;
/** Up to so many groups all have their names below a chart; of more, some have. All are in its table. */
const LABELS = 10;
const COLORS = 8;
const PIE = 300;
/** On a narrow screen labels are drawn larger: charts are to be drawn again when this changes. */
export const narrowScreen = () => globalThis.matchMedia?.("(max-width: 640px)");
/** The width of a character. */
const character = () => (narrowScreen()?.matches ? 12 : 8);

/**
 * Bars from 0, as an SVG. `groups` is a list of `{ label, value }`; `text(value)` writes a value, `unit` is that of which
 * round numbers stand beside it, and `whole` asks for whole ones.
 */
export function barChart(groups, { title, description, text, unit, whole }) {
  const { y, left, lines } = scale(groups, text, unit, whole);
  const step = (WIDTH - left) / groups.length;
  const bars = groups.map(({ value }, index) => {
    const [top, bottom] = [y(Math.max(value, 0)), y(Math.min(value, 0))];
    return svg("rect", { class: "chart-bar", x: left + step * (index + 0.15), y: top, width: step * 0.7, height: bottom - top, rx: 3 });
  });
  const fits = groups.every(({ value }) => text(value).length * character() <= step);
  const values = !fits ? [] : groups.map(({ value }, index) => label(left + step * (index + 0.5), y(Math.max(value, 0)) - 6, text(value), "chart-value"));
  return frame(title, description, [...lines, ...bars, ...values, ...labels(groups, (index) => left + step * (index + 0.5), step)]);
}

/** A line through the values, as an SVG. A group without a value (null) has its place, and no point. */
export function lineChart(groups, { title, description, text, unit, whole }) {
  const { y, left, lines } = scale(groups, text, unit, whole);
  const step = (WIDTH - left) / groups.length;
  const x = (index) => left + step * (index + 0.5);
  const known = groups.flatMap(({ value }, index) => (value === null ? [] : [{ value, at: x(index) }]));
  const points = known.map(({ value, at }) => `${round(at)},${round(y(value))}`);
  const dots = known.map(({ value, at }) => svg("circle", { class: "chart-dot", cx: at, cy: y(value), r: known.length > 40 ? 2 : 4 }));
  return frame(title, description, [...lines, svg("polyline", { class: "chart-line", points: points.join(" ") }), ...dots, ...labels(groups, x, step)]);
}

/** Slices of a whole as an SVG, and a legend; `percent(share)` writes a share. Values that are not above 0 have no slice. */
export function pieChart(groups, { title, description, text, percent }) {
  const shown = slices(groups.filter(({ value }) => value > 0));
  const paths = shown.map(({ from, to }, index) => slice(from, to, `chart-color-${index % COLORS}`));
  const legend = shown.map(({ label: name, value, from, to }, index) => {
    const swatch = svg("svg", { viewBox: "0 0 16 16", class: "chart-swatch", "aria-hidden": "true" });
    swatch.append(svg("rect", { class: `chart-color-${index % COLORS}`, width: 16, height: 16, rx: 4 }));
    return h("li", {}, swatch, `${name}: ${text(value)} (${percent(to - from)})`);
  });
  return [frame(title, description, paths, PIE, PIE), h("ul", { class: "chart-legend" }, legend)];
}

/** Where the slice of each value begins and ends, as parts of the whole. */
export function slices(groups) {
  const whole = groups.reduce((total, { value }) => total + value, 0);
  let from = 0;
  return groups.map((group) => {
    const to = from + group.value / whole;
    const slice = { ...group, from, to };
    from = to;
    return slice;
  });
}

function slice(from, to, color) {
  const [cx, cy, radius] = [PIE / 2, PIE / 2, PIE / 2 - 4];
  if (to - from > 0.9999) return svg("circle", { class: `chart-slice ${color}`, cx, cy, r: radius });
  const point = (part) => {
    const angle = part * 2 * Math.PI - Math.PI / 2;
    return `${round(cx + radius * Math.cos(angle))} ${round(cy + radius * Math.sin(angle))}`;
  };
  const d = `M${cx} ${cy}L${point(from)}A${radius} ${radius} 0 ${to - from > 0.5 ? 1 : 0} 1 ${point(to)}Z`;
  return svg("path", { class: `chart-slice ${color}`, d });
}

/** Where values lie, and the lines and numbers beside them; `left` is where the numbers end. */
function scale(groups, text, unit = 1, whole = false) {
  const values = groups.flatMap(({ value }) => (value === null ? [] : [value / unit]));
  const marks = ticks(Math.min(0, ...values), Math.max(0, ...values), { least: whole ? 1 : 0 }).map((mark) => mark * unit);
  const [low, high] = [marks[0], marks.at(-1)];
  const left = Math.max(...marks.map((mark) => text(mark).length)) * character() + 12;
  const y = (value) => TOP + ((high - value) / (high - low)) * (HEIGHT - TOP - BOTTOM);
  const lines = marks.flatMap((mark) => [
    svg("line", { class: mark === 0 ? "chart-zero" : "chart-grid", x1: left, x2: WIDTH, y1: y(mark), y2: y(mark) }),
    label(left - 8, y(mark) + 4, text(mark), "chart-tick"),
  ]);
  return { y, left, lines };
}

/** The names of the groups below a chart: all of a few, shortened to fit, or as many as fit. */
function labels(groups, x, step) {
  const longest = Math.max(...groups.map(({ label: name }) => name.length));
  const every = groups.length <= LABELS ? 1 : Math.ceil(((longest + 1) * character()) / step);
  const length = Math.max(3, Math.floor((step * every) / character()) - 1);
  const shown = groups.map(({ label: name }, index) => ({ at: x(index), name: shorten(name, length) })).filter((_, index) => index % every === 0);
  const fitting = shown.filter(({ at, name }) => at + (name.length * character()) / 2 <= WIDTH);
  return fitting.map(({ at, name }) => label(at, HEIGHT - BOTTOM + 24, name, "chart-label"));
}

function label(x, y, text, className) {
  const node = svg("text", { class: className, x, y });
  node.textContent = text;
  return node;
}

function shorten(text, length) {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}

function frame(title, description, children, width = WIDTH, height = HEIGHT) {
  const heading = svg("title", { id: "chart-title" });
  heading.textContent = title;
  const explained = svg("desc", { id: "chart-description" });
  explained.textContent = description;
  const node = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": "chart-title", "aria-describedby": "chart-description" });
  node.append(heading, explained, ...children);
  return node;
}

function round(number) {
  return Math.round(number * 100) / 100;
}
