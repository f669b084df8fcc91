import { h } from "../lib/dom.js";
import { BOXES } from "../model/cards.js";

/** How many cards are in each box. */
export const countByBox = (cards) => BOXES.map((box) => cards.filter((card) => card.box === box).length);

/** The boxes with their numbers of cards. */
export function createProgress() {
  const counts = BOXES.map((box) => h("dd", { id: `box-${box}` }));
  const boxes = counts.map((count, index) => h("div", { class: "stat" }, h("dt", {}, "{{say_box}}".replace("%", BOXES[index])), count));
  return {
    node: h("dl", { class: "stats", "aria-label": "{{say_progress}}" }, boxes),
    show(cards) {
      for (const [index, count] of countByBox(cards).entries()) counts[index].textContent = String(count);
    },
  };
}
