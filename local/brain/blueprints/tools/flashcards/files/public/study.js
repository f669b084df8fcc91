import { h } from "./lib/dom.js";
import { onKeys } from "./lib/keys.js";
import { speak } from "./lib/speak.js";
import { dueCards } from "./model/cards.js";
/* @feature progress */
import { createProgress } from "./features/progress.js";
/* @end */

/** The card to learn now: it is flipped, then `reply(card, known)` is called with the answer. */
export function createStudy({ today, reply }) {
  /** How often each card was put back since the page was opened. */
  const repeats = new Map();
  let card;
  let flipped = false;

  const side = h("span", { class: "quiet-text" });
  const text = h("span", { class: "face-text" });
  const box = h("span", { class: "quiet-text" });
  const face = h("button", { type: "button", class: "face", id: "card", onclick: flip }, side, text, box);
  const again = h("button", { type: "button", class: "button quiet", onclick: () => give(false) }, "{{say_again}}");
  const knew = h("button", { type: "button", class: "button", onclick: () => give(true) }, "{{say_knew}}");
  const answers = h("div", { class: "row center" }, again, knew);
  const rest = h("p", { class: "rest" });
  const due = h("p", { class: "quiet-text", id: "due" });
  /* @feature progress */
  const progress = createProgress();
  /* @end */

  onKeys((key) => {
    if (card === undefined) return false;
    if (key === " ") flip();
    else if (flipped && key === "1") give(false);
    else if (flipped && key === "2") give(true);
    else return false;
    return true;
  });

  function flip() {
    if (card === undefined) return;
    flipped = !flipped;
    draw();
    speak(flipped ? card.back : card.front);
  }

  function give(known) {
    const answered = card;
    if (!known) repeats.set(answered.id, (repeats.get(answered.id) ?? 0) + 1);
    flipped = false;
    reply(answered, known);
    if (!face.hidden) face.focus();
  }

  function draw() {
    face.hidden = card === undefined;
    face.dataset.side = flipped ? "back" : "front";
    side.textContent = flipped ? "{{say_back}}" : "{{say_front}}";
    text.textContent = (flipped ? card?.back : card?.front) ?? "";
    box.textContent = card ? "{{say_box}}".replace("%", card.box) : "";
    face.setAttribute("aria-description", "{{say_flip}}");
    answers.hidden = card === undefined || !flipped;
  }

  return {
    node: h(
      "section",
      { class: "panel study", "aria-label": "{{say_study}}" },
      due,
      face,
      rest,
      answers,
      h("p", { class: "hint keys-only" }, "{{say_keys}}"),
      /* @feature progress */
      progress.node,
      /* @end */
    ),
    /** Shows the cards of the chosen deck. */
    show(cards) {
      const queue = dueCards(cards, today(), repeats);
      const stays = queue.find(({ id }) => flipped && id === card?.id);
      if (stays === undefined) flipped = false;
      card = stays ?? queue[0];
      due.textContent = "{{say_due}}".replace("%", String(queue.length));
      rest.hidden = card !== undefined;
      rest.textContent = cards.length === 0 ? "{{say_none}}" : "{{say_done}}";
      /* @feature progress */
      progress.show(cards);
      /* @end */
      draw();
    },
  };
}
