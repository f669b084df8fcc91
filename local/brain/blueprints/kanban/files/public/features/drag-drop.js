/**
 * Lets cards be dragged between columns. `move(id, column, before)` is called with where the card was dropped; the
 * buttons on each card do the same for those who do not drag.
 */
export function setUpDragging(board, move) {
  let dragged = null;
  const columnOf = (event) => event.target.closest?.("[data-column]");

  board.addEventListener("dragstart", (event) => {
    const card = event.target.closest("[data-card]");
    if (!card) return;
    dragged = card.dataset.card;
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", dragged);
    card.classList.add("dragged");
  });
  board.addEventListener("dragover", (event) => {
    const column = columnOf(event);
    if (!column || dragged === null) return;
    event.preventDefault();
    for (const other of board.children) other.classList.toggle("target", other === column);
  });
  board.addEventListener("drop", (event) => {
    const column = columnOf(event);
    if (!column || dragged === null) return;
    event.preventDefault();
    const cards = [...column.querySelectorAll("[data-card]")].map((element) => ({
      id: element.dataset.card,
      ...middleOf(element.getBoundingClientRect()),
    }));
    move(dragged, column.dataset.column, cardBelow(cards, dragged, event.clientY));
  });
  board.addEventListener("dragend", () => {
    dragged = null;
    for (const column of board.children) column.classList.remove("target");
    for (const card of board.querySelectorAll(".dragged")) card.classList.remove("dragged");
  });
}

/** The first card whose middle lies below the pointer, the dragged one aside; null for the end of the column. */
export function cardBelow(cards, dragged, y) {
  return cards.find(({ id, middle }) => id !== dragged && middle > y)?.id ?? null;
}

function middleOf({ top, height }) {
  return { middle: top + height / 2 };
}
