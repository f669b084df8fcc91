import { h } from "../dom.js";
import { webLink } from "../links.js";
import { textField } from "../text-field.js";
import { fill } from "../words.js";

/** A web address (http or https), shown as a link that opens in another tab. */
export function url(options) {
  return textField(options, {
    type: "url",
    attributes: { inputMode: "url", autocomplete: "off", maxLength: 2000 },
    check: (value, { words }) => (value === null || webLink(value) ? null : fill(words.urlInvalid, { name: options.name })),
    cell: (value) => (value && webLink(value) ? link(value) : (value ?? "")),
    fromText: (text) => (text.trim() === "" ? null : webLink(text) ? text.trim() : undefined),
  });
}

function link(value) {
  const text = value.replace(/^https?:\/\/(www\.)?/i, "").replace(/\/$/, "");
  return h("a", { href: webLink(value), target: "_blank", rel: "noopener noreferrer" }, text);
}
