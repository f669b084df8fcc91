import { collect } from "./behaviours.js";

/** Whether a key belongs to a text box, a menu or an open form, or is part of a shortcut of the browser. */
export function isTyping({ target, ctrlKey, metaKey, altKey, defaultPrevented }) {
  if (ctrlKey || metaKey || altKey || defaultPrevented || document.querySelector("dialog[open]")) return true;
  return /^(INPUT|TEXTAREA|SELECT)$/.test(target?.tagName ?? "") || target?.isContentEditable === true;
}

/** What the keys of the page that is open do, by key. */
export function shortcuts(app, shell) {
  const page = shell.current();
  const keys = new Map([["n", (event) => press(event, "new-record")]]);
  for (const each of collect(app, page?.entity, "keys", app)) for (const [key, run] of each) keys.set(key, (event) => prevented(event, run));
  return keys;
}

function press(event, id) {
  const button = document.getElementById(id);
  if (button) prevented(event, () => button.click());
}

function prevented(event, run) {
  event.preventDefault();
  run(event);
}
