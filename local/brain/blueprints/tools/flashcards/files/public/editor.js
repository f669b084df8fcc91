import { h } from "./lib/dom.js";

/** The deck that new cards go into, until another one is typed. */
const DECK = "{{deck}}" || "{{say_general}}";

/** The form for a new or changed card; `save({ deck, front, back }, card)` gets the card that is changed, if any. */
export function createEditor({ save }) {
  let changed;
  const field = (id) => h("input", { class: "input", id, required: true, autocomplete: "off", maxLength: 1000 });
  const deck = h("input", { class: "input", id: "deck", autocomplete: "off", maxLength: 100, value: DECK });
  const decks = h("datalist", { id: "decks" });
  deck.setAttribute("list", "decks");
  const [front, back] = [field("front"), field("back")];
  const title = h("h2", {});
  const submit = h("button", { class: "button" });
  const cancel = h("button", { type: "button", class: "button quiet", onclick: () => edit(undefined) }, "{{say_cancel}}");
  const labelled = (label, input) => h("div", { class: "field" }, h("label", { htmlFor: input.id }, label), input);

  /** Fills in a card to change; undefined for a new one in the same deck. */
  function edit(card) {
    changed = card;
    title.textContent = card ? "{{say_change}}" : "{{say_new}}";
    submit.textContent = card ? "{{say_save}}" : "{{say_add}}";
    cancel.hidden = card === undefined;
    if (card) deck.value = card.deck;
    front.value = card?.front ?? "";
    back.value = card?.back ?? "";
    front.focus();
  }

  function send(event) {
    event.preventDefault();
    const sides = { front: front.value.trim(), back: back.value.trim() };
    if (sides.front === "" || sides.back === "") return;
    save({ deck: deck.value.trim() || DECK, ...sides }, changed);
    edit(undefined);
  }

  const node = h(
    "form",
    { class: "panel editor", onsubmit: send },
    title,
    labelled("{{say_deck}}", deck),
    labelled("{{say_front}}", front),
    labelled("{{say_back}}", back),
    decks,
    h("div", { class: "row" }, submit, cancel),
  );
  title.textContent = "{{say_new}}";
  submit.textContent = "{{say_add}}";
  cancel.hidden = true;
  return {
    node,
    edit,
    get deck() {
      return deck.value.trim() || DECK;
    },
    offer: (names) => decks.replaceChildren(...names.map((name) => h("option", { value: name }))),
  };
}
