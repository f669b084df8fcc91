import { h } from "../dom.js";
import { field } from "../field.js";
import { fill } from "../words.js";

/** A number of stars, of 5 or of `max`. */
export function rating(options) {
  const { required, max = 5 } = options;
  const stars = Array.from({ length: max }, (_, index) => index + 1);
  return field(options, {
    type: "rating",
    accepts: (value) => value === null || Number.isSafeInteger(value),
    check: (value, { words }) => (value === null || stars.includes(value) ? null : fill(words.ratingInvalid, { name: options.name, max })),
    format: (value) => (Number.isFinite(value) ? `${value}/${max}` : ""),
    cell: (value, app) => (Number.isFinite(value) ? shown(value, max, app) : ""),
    input: (value, app, { id, describedBy }) => {
      const choices = (required ? stars : [...stars, 0]).map((star) => choice(star, { id, max, app, checked: star === (value ?? 0) }));
      const node = h("div", { class: "rating", id, role: "radiogroup", "aria-describedby": describedBy }, choices);
      return { node, control: node, group: true, read: () => Number(node.querySelector("input:checked")?.value ?? 0) || null };
    },
    compare: (a, b) => a - b,
    fromText: (text) => {
      const [, number] = /^\s*(\d{1,2})(?:\s*\/\s*\d{1,2})?\s*$/.exec(text) ?? [];
      return text.trim() === "" ? null : stars.includes(Number(number)) ? Number(number) : undefined;
    },
  });
}

/** The radio button of a star; that of 0 takes the rating away. */
function choice(star, { id, max, app, checked }) {
  const radio = h("input", { id: `${id}-${star}`, type: "radio", name: id, value: String(star), checked });
  const label = star === 0 ? app.words.ratingNone : fill(app.words.ratingStars, { count: star, max });
  if (star === 0) return h("label", { class: "option" }, radio, h("span", {}, label));
  return h("label", { class: "star" }, radio, h("span", { class: "sr-only" }, label));
}

function shown(value, max, { words }) {
  const text = "★".repeat(value) + "☆".repeat(Math.max(0, max - value));
  return h("span", { class: "stars", role: "img", "aria-label": fill(words.ratingStars, { count: value, max }) }, text);
}
