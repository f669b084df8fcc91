import { h } from "../dom.js";
import { isPhone, phoneLink } from "../links.js";
import { textField } from "../text-field.js";
import { fill } from "../words.js";

/** A telephone number, shown as a link that calls it. */
export function phone(options) {
  return textField(options, {
    type: "phone",
    attributes: { type: "tel", autocomplete: "off" },
    check: (value, { words }) => (value === null || isPhone(value) ? null : fill(words.phoneInvalid, { name: options.name })),
    cell: (value) => (value && isPhone(value) ? h("a", { href: phoneLink(value) }, value) : (value ?? "")),
    fromText: (text) => (text.trim() === "" ? null : isPhone(text.trim()) ? text.trim() : undefined),
  });
}
