import { h } from "./lib/dom.js";

const SVG = "http://www.w3.org/2000/svg";

/** A clock face: a ring that empties, the time, and a note below it. Shows what `show` is given. */
export function dial() {
  const time = h("p", { class: "time", id: "time", role: "timer" });
  const note = h("p", { class: "quiet-text" });
  const node = h("div", { class: "dial-frame" }, h("div", { class: "dial" }, ring(), h("div", { class: "dial-text" }, time, note)));
  return {
    node,
    show({ text, share, over, note: line }) {
      if (time.textContent !== text) time.textContent = text;
      if (note.textContent !== line) note.textContent = line;
      time.classList.toggle("long", text.length > 5);
      node.classList.toggle("over", over);
      node.style.setProperty("--share", String(share));
    },
  };
}

function ring() {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("aria-hidden", "true");
  svg.append(
    ...["track", "hand"].map((name) => {
      const circle = document.createElementNS(SVG, "circle");
      for (const [key, value] of Object.entries({ cx: 50, cy: 50, r: 46, pathLength: 100, class: name }))
        circle.setAttribute(key, String(value));
      return circle;
    }),
  );
  return svg;
}
