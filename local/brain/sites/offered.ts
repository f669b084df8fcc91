import { keysOf } from "#local/brain/recognise/words.ts";
import { met, type SiteReading, settle } from "./site-reading.ts";

/** "Our breads": what a page of the trade offers or has on its menu anyway is met by that section. */
export function readOffered(reading: SiteReading): void {
  const { request, tokens, dispositions } = reading;
  const copy = request.trade?.copy[request.locale];
  if (!copy) return;
  const places = [
    ...copy.menu.flat().map((name) => ["menu", name] as const),
    ...copy.offers.map((name) => ["services", name] as const),
  ];
  tokens.forEach(({ key }, at) => {
    const place = places.find(([, name]) => keysOf(name).join() === key)?.[0];
    if (dispositions[at] !== undefined || !place || request.unwanted.has(place)) return;
    request.wanted.add(place);
    settle(reading, { from: at, to: at + 1 }, met(`sections.${place}`));
  });
}
