import { h } from "../dom.js";
import { isMail, mailLink } from "../links.js";
import { textField } from "../text-field.js";
import { fill } from "../words.js";

/** An e-mail address, shown as a link that writes to it. */
export function email(options) {
  return textField(options, {
    type: "email",
    attributes: { type: "email", autocomplete: "off" },
    check: (value, { words }) => (value === null || isMail(value) ? null : fill(words.emailInvalid, { name: options.name })),
    cell: (value) => (value && isMail(value) ? h("a", { href: mailLink(value) }, value) : (value ?? "")),
    fromText: (text) => (text.trim() === "" ? null : isMail(text.trim()) ? text.trim() : undefined),
  });
}
