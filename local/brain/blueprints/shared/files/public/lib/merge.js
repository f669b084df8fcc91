/**
 * One list of what two tabs made of the same list: `base` is what both began with. An item is known by its `id`, or
 * by its content when it has none. Both tabs' additions stay; what only one tab changed or removed is changed or
 * removed; of an item that both changed, each field that this tab changed is this tab's. Anything but lists is `mine`.
 */
export function mergeItems(base, mine, theirs) {
  if (![base, mine, theirs].every(Array.isArray)) return mine;
  const [was, here, there] = [base, mine, theirs].map((items) => new Map(items.map((item) => [keyOf(item), item])));
  const untouched = (item) => was.has(keyOf(item)) && same(was.get(keyOf(item)), item);
  const kept = mine.flatMap((item) => {
    const key = keyOf(item);
    if (!there.has(key)) return untouched(item) ? [] : [item];
    return [untouched(item) ? there.get(key) : mergeFields(was.get(key), item, there.get(key))];
  });
  return [...kept, ...theirs.filter((item) => !here.has(keyOf(item)) && !untouched(item))];
}

function mergeFields(base, mine, theirs) {
  const names = Object.keys({ ...theirs, ...mine });
  const pick = (name) => (same(base?.[name], mine[name]) ? theirs[name] : mine[name]);
  return Object.fromEntries(names.map((name) => [name, pick(name)]));
}

function keyOf(item) {
  return typeof item?.id === "string" ? item.id : JSON.stringify(item);
}

function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}
