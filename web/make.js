/** An element with a text, which is never read as HTML. */
export function make(name, text, className = "") {
  return Object.assign(document.createElement(name), { textContent: text, className });
}
