import { PAPER } from "../model/drawing.js";

const EVERY = 50;

/** The positions of the lines of a grid along one side. */
export const gridLines = (length) => Array.from({ length: Math.ceil(length / EVERY) - 1 }, (_, index) => (index + 1) * EVERY);

/** Draws a grid on the paper. */
export function drawGrid(context) {
  context.strokeStyle = "#d5dce5";
  context.lineWidth = 1;
  context.beginPath();
  for (const x of gridLines(PAPER.width)) {
    context.moveTo(x, 0);
    context.lineTo(x, PAPER.height);
  }
  for (const y of gridLines(PAPER.height)) {
    context.moveTo(0, y);
    context.lineTo(PAPER.width, y);
  }
  context.stroke();
}
