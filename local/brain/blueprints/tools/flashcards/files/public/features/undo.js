/** The cards that a change replaces, removes or adds, as they were: `[id, card]`, with null for one that was not there. */
export function changesBetween(before, after) {
  const [old, now] = [before, after].map((cards) => new Map(cards.map((card) => [card.id, card])));
  const ids = new Set([...old.keys(), ...now.keys()]);
  return [...ids].filter((id) => old.get(id) !== now.get(id)).map((id) => [id, old.get(id) ?? null]);
}

/** The cards as they were before a change; cards that came from elsewhere since then stay. */
export function takeBack(cards, replaced) {
  const were = new Map(replaced);
  const kept = cards.flatMap((card) => (were.has(card.id) ? (were.get(card.id) ?? []) : card));
  const removed = replaced.flatMap(([id, card]) => (card && !cards.some((each) => each.id === id) ? card : []));
  return [...kept, ...removed];
}
