import { isZone } from "./zones.js";

/** The cities at the beginning. */
export const FIRST = "{{cities}}".split("\n").map((city) => {
  const [id, zone] = city.split(" = ");
  return { id, zone };
});

/** Reads stored cities; those with a zone that this browser does not know are left out. */
export function parseClocks(value) {
  if (!Array.isArray(value)) throw new TypeError("no list of cities");
  const ids = new Set();
  return value.flatMap((clock) => {
    const { id, zone } = clock ?? {};
    if (typeof id !== "string" || id === "" || ids.has(id) || !isZone(zone)) return [];
    ids.add(id);
    return [{ id, zone }];
  });
}

/** The list with one more city; the same list if it is there already. */
export function addClock(clocks, { name, zone }) {
  return clocks.some(({ id }) => id === name) ? clocks : [...clocks, { id: name, zone }];
}

export const removeClock = (clocks, id) => clocks.filter((clock) => clock.id !== id);
