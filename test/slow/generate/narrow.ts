/**
 * Source of a function for the browser: returns what lies over each other, sticks out of the window or is cut, as
 * sentences. It looks at controls and at lines of text that can be seen, each as far as its scrolling ancestors show it.
 */
export const LAYOUT_FAULTS = `(() => {
  const visible = (element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  // Texts for screen readers alone.
  const hidden = (element) => element.closest(".skip") !== null || getComputedStyle(element).clipPath === "inset(50%)";
  const fixed = (element) => element.closest(".toast") !== null || getComputedStyle(element).position === "fixed";
  const name = (element) => element.tagName.toLowerCase() + (element.id ? "#" + element.id : "") + " “" + (element.textContent || element.value || "").trim().slice(0, 30) + "”";
  const clipped = (element, rect) => {
    let { left, top, right, bottom } = rect;
    for (let parent = element.parentElement; parent; parent = parent.parentElement) {
      const { overflowX, overflowY } = getComputedStyle(parent);
      const box = parent.getBoundingClientRect();
      if (parent !== document.body && parent !== document.documentElement && overflowX !== "visible") [left, right] = [Math.max(left, box.left), Math.min(right, box.right)];
      if (parent !== document.body && parent !== document.documentElement && overflowY !== "visible") [top, bottom] = [Math.max(top, box.top), Math.min(bottom, box.bottom)];
    }
    return { left, top, right, bottom };
  };
  const seen = ({ left, top, right, bottom }) => right - left > 2 && bottom - top > 2;
  const dialog = document.querySelector("dialog[open]");
  const all = [...(dialog ?? document.body).querySelectorAll("*")].filter((element) => visible(element) && !fixed(element) && !element.closest("svg") && !hidden(element));
  const controls = all.filter((element) => element.matches("a, button, input, select, textarea, summary"));
  const texts = all.flatMap((element) =>
    [...element.childNodes]
      .filter((node) => node.nodeType === 3 && node.textContent.trim() !== "")
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()].map((rect) => ({ element, rect }));
      }),
  );
  const items = [...controls.map((element) => ({ element, rect: element.getBoundingClientRect() })), ...texts]
    .map(({ element, rect }) => ({ element, rect, shown: clipped(element, rect), control: element.closest("a, button, input, select, textarea, summary, label") }))
    .filter(({ shown }) => seen(shown));
  const faults = new Set();
  for (const { element, shown } of items)
    if (shown.left < -1 || shown.right > innerWidth + 1) faults.add(name(element) + " sticks out of the window");
  for (const { element, rect } of texts) {
    const box = element.closest("button, a, h1, h2, h3, p, td, th, dd, dt, label, li") ?? element;
    const { overflowX, textOverflow, webkitLineClamp } = getComputedStyle(box);
    if (overflowX === "hidden" && textOverflow !== "ellipsis" && webkitLineClamp === "none" && rect.right > box.getBoundingClientRect().right + 1) faults.add(name(element) + " is cut");
  }
  items.forEach((one, at) => {
    for (const other of items.slice(at + 1)) {
      if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
      if (one.control && one.control === other.control) continue;
      const width = Math.min(one.shown.right, other.shown.right) - Math.max(one.shown.left, other.shown.left);
      const height = Math.min(one.shown.bottom, other.shown.bottom) - Math.max(one.shown.top, other.shown.top);
      if (width > 2 && height > 3) faults.add(name(one.element) + " lies over " + name(other.element));
    }
  });
  return [...faults].slice(0, 20);
})()`;
