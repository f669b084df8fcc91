import { h } from "../dom.js";
import { field } from "../field.js";

/** A color, stored as #rrggbb. */
export function color(options) {
  return field(options, {
    type: "color",
    accepts: (value) => value === null || isColor(value),
    cell: (value) => (value ? h("span", { class: "color" }, swatch(value), value) : ""),
    input,
    compare: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    fromText: (text) => {
      const written = text.trim().toLowerCase();
      return written === "" ? null : isColor(written) ? written : undefined;
    },
  });
}

function isColor(value) {
  return /^#[0-9a-f]{6}$/.test(value);
}

function swatch(value) {
  const node = h("span", { class: "swatch", "aria-hidden": "true" });
  node.style.backgroundColor = value;
  return node;
}

/** A color box always has a color; whether one is chosen stands beside it, with a button that takes it away. */
function input(value, { words }, { id, describedBy }) {
  let chosen = value;
  const control = h("input", { class: "color-box", id, type: "color", value: value ?? "#808080", "aria-describedby": describedBy });
  const shown = h("span", { class: "color-value" });
  const clear = h("button", { class: "button quiet", type: "button" }, words.colorClear);
  const show = (next) => {
    chosen = next;
    shown.textContent = next ?? words.colorNone;
    clear.hidden = next === null;
  };
  control.addEventListener("input", () => show(control.value));
  control.addEventListener("change", () => show(control.value));
  clear.addEventListener("click", () => {
    show(null);
    control.focus();
  });
  show(value ?? null);
  return { node: h("span", { class: "color-input" }, control, shown, clear), control, read: () => chosen };
}
