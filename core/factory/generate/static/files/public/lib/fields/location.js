import { h } from "../dom.js";
import { mapLink, webLink } from "../links.js";
import { compareText, textField } from "../text-field.js";

/**
 * A place: what the person writes, and a link of its own if one ends the text (http, https or geo). Stored as
 * `{ text, url }`, `url` only if there is one.
 */
export function location(options) {
  const box = textField(options, {});
  return textField(options, {
    type: "location",
    accepts: (value) => value === null || typeof value?.text === "string",
    format: (value) => value?.text ?? "",
    cell: (value, { words }) => (value ? shown(value, words) : ""),
    input: (value, app, control) => {
      const made = box.input(written(value), app, control);
      return { ...made, read: () => readPlace(made.control.value) };
    },
    compare: (a, b, app) => compareText(written(a), written(b), app),
    toText: written,
    fromText: readPlace,
  });
}

function written(value) {
  return value ? [value.text, value.url].filter(Boolean).join(" ") : "";
}

function readPlace(text) {
  const [, place, link] = /^(.*?)\s*(\S*)$/s.exec(text.trim());
  const url = /^geo:-?\d+(\.\d+)?,-?\d+(\.\d+)?/.test(link) ? link : /^https?:/i.test(link) ? webLink(link) : null;
  if (text.trim() === "") return null;
  return url ? { text: place, url } : { text: text.trim() };
}

/** The text with a link to a map. The map is a page of its own that opens when the person follows the link. */
function shown({ text, url }, words) {
  const href = url?.startsWith("geo:") || (url && webLink(url)) ? url : mapLink(text);
  const link = h("a", { href, target: "_blank", rel: "noopener noreferrer" }, words.locationMap);
  return h("span", { class: "place" }, h("span", {}, text), link);
}
