/**
 * Makes an element. `props` starting with "on" are listeners, `class` and `data-*`/`aria-*` are attributes, the rest
 * are properties. Children are nodes or text; text is never read as HTML.
 */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else if (name === "class") element.className = value;
    else if (name.includes("-") || !(name in element)) element.setAttribute(name, String(value));
    else element[name] = value;
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An icon drawn as lines in a 24 × 24 box; hidden from assistive technology. */
export function icon(path) {
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("class", "icon");
  svg.setAttribute("aria-hidden", "true");
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("d", path);
  svg.append(line);
  return svg;
}

export const ICONS = {
  trash: "M4 7h16M10 11v6M14 11v6M6 7l1 12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2l1-12M9 7V4h6v3",
  pencil: "M4 20h4L19 9l-4-4L4 16v4zM13.5 6.5l4 4",
  check: "M5 12.5l4.5 4.5L19 7.5",
  inbox: "M4 13l2.5-8h11L20 13v6H4v-6zM4 13h5a3 3 0 0 0 6 0h5",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  left: "M14 6l-6 6 6 6",
  right: "M10 6l6 6-6 6",
  plus: "M12 5v14M5 12h14",
  pin: "M12 21v-6M7 4h10l-1.5 6 2.5 4H6l2.5-4L7 4z",
  note: "M6 3h9l4 4v14H6V3zM14 3v5h5M9 13h6M9 17h4",
  wallet: "M4 7h14a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V7zm0 0a3 3 0 0 1 3-3h9v3M16 13.5h.01",
};

/** Replaces the children of `parent` and gives the focus back to the element that had it, found by its id. */
export function replaceKeepingFocus(parent, nodes) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.id : "";
  parent.replaceChildren(...nodes);
  if (focused) document.getElementById(focused)?.focus();
}

let statusTimer;
/** Says something in the page's live region (`#status`), and takes it away after a while. */
export function announce(text, node = document.getElementById("status")) {
  clearTimeout(statusTimer);
  node.textContent = text;
  statusTimer = setTimeout(() => {
    node.textContent = "";
  }, 6000);
}
