import { h, icon } from "./dom.js";
import { KEEPS_FOCUS } from "./keys.js";

const KEYS = new Map([
  ["ArrowUp", "up"],
  ["ArrowDown", "down"],
  ["ArrowLeft", "left"],
  ["ArrowRight", "right"],
  ["w", "up"],
  ["s", "down"],
  ["a", "left"],
  ["d", "right"],
]);
const PATHS = { up: "M6 15l6-6 6 6", down: "M6 9l6 6 6-6", left: "M15 6l-6 6 6 6", right: "M9 6l6 6-6 6" };
const NAMES = { up: "{{say_move_up}}", down: "{{say_move_down}}", left: "{{say_move_left}}", right: "{{say_move_right}}" };
/** Pixels that a finger must move to count as a swipe. */
const SWIPE = 24;

/** The direction of a key, by arrow or by W, A, S and D; undefined for any other key. */
export function directionOf(key) {
  return KEYS.get(key) ?? KEYS.get(key.toLowerCase());
}

/** The direction of a movement in pixels, or null for one that is too short. */
export function swipeOf(x, y) {
  if (Math.max(Math.abs(x), Math.abs(y)) < SWIPE) return null;
  if (Math.abs(x) > Math.abs(y)) return x > 0 ? "right" : "left";
  return y > 0 ? "down" : "up";
}

/** Four buttons that call `turn` with a direction. */
export function arrowPad(turn) {
  return h(
    "div",
    { class: "arrows", role: "group", "aria-label": "{{say_directions}}" },
    Object.entries(PATHS).map(([direction, path]) =>
      h(
        "button",
        { type: "button", class: `key ${direction}`, "aria-label": NAMES[direction], onclick: () => turn(direction), ...KEEPS_FOCUS },
        icon(path),
      ),
    ),
  );
}

/** Calls `turn` with the direction of each swipe over an element. */
export function onSwipe(element, turn) {
  let start = null;
  element.style.touchAction = "none";
  element.addEventListener("pointerdown", (event) => {
    start = event;
  });
  element.addEventListener("pointerup", (event) => {
    const direction = start && swipeOf(event.clientX - start.clientX, event.clientY - start.clientY);
    start = null;
    if (direction) turn(direction);
  });
}
