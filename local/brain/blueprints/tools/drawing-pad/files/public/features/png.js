import { PAPER } from "../model/drawing.js";

/** How much finer a saved picture is than the paper's own units. */
const SCALE = 2;

/**
 * Saves a picture as a PNG file: `draw(canvas)` draws it. Returns whether there was one; a browser without memory for it
 * gives none.
 */
export async function savePicture(name, draw, { createCanvas = newCanvas, offer = offerFile } = {}) {
  const canvas = createCanvas();
  canvas.width = PAPER.width * SCALE;
  canvas.height = PAPER.height * SCALE;
  draw(canvas);
  const blob = await new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
  if (blob === null || blob.size === 0) return false;
  offer(name, blob);
  return true;
}

const newCanvas = () => document.createElement("canvas");

function offerFile(name, blob) {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
