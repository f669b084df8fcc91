import { PAPER, PAPER_COLOR } from "./model/drawing.js";

/** Draws lines on a canvas of any size; `grid` draws what is printed on the paper, which neither covers lines nor can be erased. */
export function drawAll(canvas, lines, grid = () => undefined) {
  const context = canvas.getContext("2d");
  context.setTransform(canvas.width / PAPER.width, 0, 0, canvas.height / PAPER.height, 0, 0);
  context.fillStyle = PAPER_COLOR;
  context.fillRect(0, 0, PAPER.width, PAPER.height);
  for (const line of lines) drawLine(context, line);
  context.globalCompositeOperation = "multiply";
  grid(context);
  context.globalCompositeOperation = "source-over";
}

function drawLine(context, { color, width, points }) {
  context.strokeStyle = color;
  context.lineWidth = width;
  context.lineCap = "round";
  context.lineJoin = "round";
  context.beginPath();
  context.moveTo(points[0], points[1]);
  // A line of no length is a dot.
  if (points.length === 2) context.lineTo(points[0], points[1] + 0.01);
  for (let at = 2; at < points.length; at += 2) context.lineTo(points[at], points[at + 1]);
  context.stroke();
}
