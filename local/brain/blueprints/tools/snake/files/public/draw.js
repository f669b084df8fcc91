import { SIZE } from "./model/snake.js";

/** Draws a game on a canvas, in the colours of the page and as sharp as the screen is. */
export function drawGame(canvas, { body, food }) {
  const pixels = Math.round(canvas.clientWidth * devicePixelRatio);
  if (canvas.width !== pixels) canvas.width = canvas.height = pixels;
  const context = canvas.getContext("2d");
  const colour = (name) => getComputedStyle(canvas).getPropertyValue(name);
  const cell = pixels / SIZE;
  const tile = ({ x, y }, fill, gap, radius) => {
    context.fillStyle = fill;
    context.beginPath();
    context.roundRect(x * cell + gap, y * cell + gap, cell - 2 * gap, cell - 2 * gap, radius);
    context.fill();
  };
  context.clearRect(0, 0, pixels, pixels);
  body.forEach((part, index) => tile(part, colour(index === 0 ? "--accent-strong" : "--accent"), cell * 0.06, cell * 0.25));
  if (food) tile(food, colour("--danger"), cell * 0.14, cell * 0.5);
}
