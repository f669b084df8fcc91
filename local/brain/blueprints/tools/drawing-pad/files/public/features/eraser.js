import { PAPER_COLOR } from "../model/drawing.js";

/** The pen that paints with the color of the paper, and wider, as fingers are less exact than points. */
export const eraserOf = ({ width }) => ({ color: PAPER_COLOR, width: Math.max(24, width) });
