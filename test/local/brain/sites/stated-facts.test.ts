import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";
import { addressIn } from "#local/brain/sites/address.ts";
import { closedIn, hoursIn } from "#local/brain/sites/facts.ts";
import { founderIn } from "#local/brain/sites/founder.ts";
import { pricesIn } from "#local/brain/sites/prices.ts";
import { businessOf } from "#local/brain/sites/trades/businesses.ts";
import { TRADES } from "#local/brain/sites/trades/trades.ts";

const prices = (message: string) => pricesIn(message).map(({ value }) => `${value.name} ${value.price}`);

function siteOf(message: string) {
  const { proposal } = consult({ messages: [message] });
  const site = proposal?.specification;
  if (site?.kind !== "site") throw new Error(`No site: ${message}`);
  return { site, refused: (proposal?.ledger ?? []).filter(({ outcome }) => outcome === "refused") };
}

describe("what a request states of a business", () => {
  it.each([
    [
      "a website for a cafe with cappuccino 3.50 and croissant 2.80, founded by Maria Rossi, 12 Main Street, Springfield, hi@cafe.example.org",
      ["Cappuccino 350", "Croissant 280"],
    ],
    [
      "Webseite für ein Café, Cappuccino 3,50 € und Zimtschnecke 2,80 €, Hauptstraße 5, 10115 Berlin, gegründet von Maria Rossi, hi@cafe.example.org",
      ["Cappuccino 350", "Zimtschnecke 280"],
    ],
    [
      "site web pour un café avec cappuccino 3,50 € et croissant 2,80 €, 12 rue de la Paix, 75002 Paris, fondé par Maria Rossi, hi@cafe.example.org",
      ["Cappuccino 350", "Croissant 280"],
    ],
    [
      "página web para una cafetería con capuchino 3,50 € y cruasán 2,80 €, Calle Mayor 5, Madrid, fundada por Maria Rossi, hi@cafe.example.org",
      ["Capuchino 350", "Cruasán 280"],
    ],
  ])("goes into the site, and nothing of it is refused: %s", (message, menu) => {
    const { site, refused } = siteOf(message);
    expect(refused).toEqual([]);
    expect(site.facts.email).toBe("hi@cafe.example.org");
    expect(message).toContain(site.facts.address);
    const shown = site.sections.flatMap((each) => (each.kind === "menu" ? each.groups : []));
    expect(shown.flatMap(({ items }) => items).map(({ name, price }) => `${name} ${price}`)).toEqual(menu);
    const people = site.sections.flatMap((each) => (each.kind === "team" ? each.people : []));
    expect(people.map(({ name }) => name)).toEqual(["Maria Rossi"]);
  });

  it("has the currency of the prices", () => {
    expect(siteOf("a website for a hairdresser with haircut for $30").site.currency).toBe("USD");
  });

  it.each([
    ["haircut for $30, color: 60 dollars", ["haircut 3000", "color 6000"]],
    ["with large filter coffee 4.20 and a tea 3.10", ["large filter coffee 420", "tea 310"]],
    ["on 12.05 we open at 8.30", []],
    ["12 rooms since 1998", []],
  ])("has prices as offers with their names: %s", (message, expected) => {
    expect(prices(message)).toEqual(expected);
  });

  it.each([
    ["at 12 Main Street, Springfield please", "12 Main Street, Springfield"],
    ["in der Berliner Straße 5a, 10115 Berlin", "Berliner Straße 5a, 10115 Berlin"],
    ["au 5 bis rue de la Paix, 75002 Paris", "5 bis rue de la Paix, 75002 Paris"],
    ["en la Avenida de América 12, Madrid", "Avenida de América 12, Madrid"],
  ])("has a postal address as it is written: %s", (message, address) => {
    expect(addressIn(message)?.value).toBe(address);
  });

  it("has no address without a number", () => {
    expect(addressIn("a cafe on Main Street")).toBeUndefined();
  });

  it("has a founder only with a name", () => {
    expect(founderIn("Owner: Ann Lee", "en")?.value.name).toBe("Ann Lee");
    expect(founderIn("founded by two friends", "en")).toBeUndefined();
  });

  it.each([
    ["closed on Sundays", ["sun"]],
    ["sonntags und montags geschlossen", ["sun", "mon"]],
    ["fermé le lundi", ["mon"]],
    ["cerrado los domingos", ["sun"]],
  ])("has days off: %s", (message, days) => {
    expect(closedIn(message)?.value).toEqual(days);
  });

  it("takes no word for a day that only begins like one", () => {
    expect(closedIn("closed from December")).toBeUndefined();
    expect(hoursIn("domingo 10-14")?.value?.map(({ day }) => day)).toEqual(["sun"]);
  });

  it("leaves the words beside days off to others", () => {
    const { site } = siteOf("a cafe website, Mon-Fri 8-17, closed on Sundays, founded by Ann Lee");
    expect(site.sections.map(({ kind }) => kind)).toContain("team");
  });

  it("does not call a day closed of which nothing was said", () => {
    const { site } = siteOf("a cafe website, Mon-Fri 8-17, closed on Sundays");
    const hours = site.sections.find(({ kind }) => kind === "hours");
    expect(hours).toMatchObject({ closed: ["sun"] });
  });
});

describe("a portfolio", () => {
  it.each([
    ["a photographer portfolio", "photographer"],
    ["portfolio for a designer", "designer"],
    ["ein Portfolio für eine Fotografin", "Fotografin"],
    ["un portfolio pour un photographe", "photographe"],
    ["un portafolio para una fotógrafa", "fotógrafa"],
  ])("is a site about a person's trade: %s", (message, trade) => {
    expect(siteOf(message).site.trade).toBe(trade);
  });

  it.each(["a stock portfolio", "a portfolio tracker for a lawyer"])(
    "of shares is no site: %s",
    (message) => {
      expect(consult({ messages: [message] }).proposal?.specification?.kind).not.toBe("site");
    },
  );
});

describe("the kinds of businesses", () => {
  it("are those of trades", () => {
    expect(TRADES.filter(({ id }) => businessOf(id) !== undefined).length).toBeGreaterThanOrEqual(35);
    expect(businessOf("bakery")).toBe("Bakery");
    expect(businessOf("band")).toBeUndefined();
  });
});
