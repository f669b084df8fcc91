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
  element.append(...children.flat(3).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** An icon of {@link ICONS}, by its name or its line, in a 24 × 24 box; hidden from assistive technology. */
export function icon(name) {
  const line = svg("path", { d: ICONS[name] ?? name });
  return svg("svg", { viewBox: "0 0 24 24", class: "icon", "aria-hidden": "true" }, line);
}

/** Makes an SVG element. */
export function svg(tag, attributes = {}, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== undefined && value !== null) element.setAttribute(name, String(value));
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

export const ICONS = {
  trash: "M4 7h16M10 11v6M14 11v6M6 7l1 12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2l1-12M9 7V4h6v3",
  pencil: "M4 20h4L19 9l-4-4L4 16v4zM13.5 6.5l4 4",
  check: "M5 12.5l4.5 4.5L19 7.5",
  close: "M6 6l12 12M18 6L6 18",
  inbox: "M4 13l2.5-8h11L20 13v6H4v-6zM4 13h5a3 3 0 0 0 6 0h5",
  filter: "M4 6h16M7 12h10M10 18h4",
  search: "M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16 16l4.5 4.5",
  sun: "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5",
  moon: "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z",
  download: "M12 4v11M7 11l5 5 5-5M5 20h14",
  upload: "M12 15V4M7 9l5-5 5 5M5 20h14",
  left: "M14 6l-6 6 6 6",
  right: "M10 6l6 6-6 6",
  up: "M6 14l6-6 6 6",
  down: "M6 10l6 6 6-6",
  plus: "M12 5v14M5 12h14",
  more: "M4 7h16M4 12h16M4 17h16",
  pin: "M12 21v-6M7 4h10l-1.5 6 2.5 4H6l2.5-4L7 4z",
  star: "M12 4l2.4 5 5.6.7-4.1 3.8 1.1 5.5-5-2.8-5 2.8 1.1-5.5L4 9.7 9.6 9z",
  archive: "M4 5h16v4H4V5zM6 9v10h12V9M10 13h4",
  copy: "M9 9h11v11H9V9zM5 15H4V4h11v1",
  warning: "M12 4l9 16H3L12 4zM12 10v4M12 17h.01",
  clock: "M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 7v5l3 2",
  chart: "M4 20h16M7 16v-5M12 16V6M17 16v-8",
  board: "M4 5h4v14H4zM10 5h4v9h-4zM16 5h4v12h-4z",
  table: "M4 5h16v14H4zM4 10h16M4 15h16M10 5v14",
  gallery: "M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M9 9h.01",
  list: "M8 6h12M8 12h12M8 18h12M4 6h.01M4 12h.01M4 18h.01",
  print: "M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z",
  handle: "M9 6h.01M15 6h.01M9 12h.01M15 12h.01M9 18h.01M15 18h.01",
  repeat: "M20 11a8 8 0 0 0-14.5-4L4 9M4 4v5h5M4 13a8 8 0 0 0 14.5 4l1.5-2M20 20v-5h-5",
  calendar: "M4 6h16v14H4V6zM4 10h16M8 3v4M16 3v4",
};

/** Gives the focus to the heading of the page that is open. */
export function focusHeading() {
  document.querySelector("main h1")?.focus({ preventScroll: true });
}

/** Whether no element has the focus: the one that had it is gone, as the button of a deleted record. */
export function isFocusLost() {
  const at = document.activeElement;
  return !at || at === document.body || !at.isConnected;
}

/** Replaces the children of `parent` and gives the focus back to the element that had it, found by its id. */
export function replaceKeepingFocus(parent, nodes) {
  const focused = parent.contains(document.activeElement) ? document.activeElement.id : "";
  parent.replaceChildren(...nodes);
  if (focused) document.getElementById(focused)?.focus();
}

/** As replaceKeepingFocus, but the child `kept` stays in its place, with the nodes `before` and `after` around it. */
export function replaceAround(parent, kept, before, after) {
  const focused = parent.contains(document.activeElement) && !kept.contains(document.activeElement) ? document.activeElement.id : "";
  for (const child of [...parent.childNodes]) if (child !== kept) child.remove();
  parent.prepend(...before);
  if (kept.parentNode !== parent) parent.append(kept);
  parent.append(...after);
  if (focused) document.getElementById(focused)?.focus();
}
