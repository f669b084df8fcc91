import { onPaper, PAPER } from "./model/drawing.js";

const MOVES = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
const FAR = 20;
const NEAR = 4;

/**
 * A pen that the keys move: arrows by 20 units, with Shift by 4; space sets it down and lifts it. Calls `start(point)`,
 * `extend(point)` and `end()` as a pointer does, and `move(point, isDown)` after each key.
 */
export function createKeyPen({ start, extend, end, move }) {
  let point = [PAPER.width / 2, PAPER.height / 2];
  let down = false;
  return {
    /** Takes a key; returns whether it was one of the pen. */
    press(key, fine = false) {
      if (key === " ") toggle();
      else if (Object.hasOwn(MOVES, key)) go(MOVES[key], fine ? NEAR : FAR);
      else return false;
      move(point, down);
      return true;
    },
    /** Lifts the pen, as when the focus leaves the paper. */
    lift() {
      if (down) toggle();
    },
  };

  function toggle() {
    down = !down;
    if (down) start(point);
    else end();
  }

  function go([x, y], by) {
    point = onPaper([point[0] + x * by, point[1] + y * by]);
    if (down) extend(point);
  }
}
