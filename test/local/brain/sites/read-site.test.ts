import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";

function siteOf(message: string) {
  const { proposal } = consult({ messages: [message] });
  const site = proposal?.specification;
  if (site?.kind !== "site") throw new Error(`No site: ${message}`);
  return { site, ledger: proposal?.ledger ?? [] };
}

const outcomeOf = (message: string, word: string) =>
  siteOf(message).ledger.find(({ words }) => words.includes(word))?.outcome;

describe("a request for a site", () => {
  it.each([
    ["a website for my bakery with a newsletter", "newsletter"],
    ["Webseite für meine Bäckerei mit Newsletter", "Newsletter"],
    ["a website for my bakery with a mobile app", "mobile app"],
    ["a website for my bakery and my hotel", "hotel"],
  ])("never drops a second line of business: %s", (message, word) => {
    expect(outcomeOf(message, word)).toBe("refused");
  });

  it.each([
    ["a portfolio site for a wedding photographer", "gallery"],
    ["Website für eine Hochzeitsfotografin", "gallery"],
    ["site pour une photographe de mariage", "gallery"],
    ["una web para un fotógrafo de bodas", "gallery"],
    ["a wedding florist website", "services"],
    ["a website for our wedding", "map"],
  ])("tells a wedding from a trade for weddings: %s", (message, section) => {
    const kinds = siteOf(message).site.sections.map(({ kind }) => kind);
    expect(kinds).toContain(section);
    expect(kinds.includes("events")).toBe(section === "map");
  });

  it.each([
    ["una web para un fontanero llamado Fontanería Ruiz en Sevilla", "Fontanería Ruiz", "Sevilla"],
    ["site pour un restaurant appelé Chez Léon à Nantes", "Chez Léon", "Nantes"],
  ])("keeps the place out of the name: %s", (message, name, place) => {
    const { site } = siteOf(message);
    expect([site.name, site.facts.place]).toEqual([name, place]);
  });

  it("leaves out a newsletter that is not wanted", () => {
    expect(outcomeOf("a website for my bakery without a newsletter", "newsletter")).toBe("met");
  });

  it.each([
    ["a website for a photographer with a portfolio", "portfolio"],
    ["a landing page for my newsletter", "newsletter"],
    ["website for a hotel restaurant", "restaurant"],
  ])("takes a trade in two words as one: %s", (message, word) => {
    expect(outcomeOf(message, word)).toMatch(/^met/);
  });

  it.each([
    ["a bakery website in dark green", "a bakery website in green"],
    ["Webseite für meine Bäckerei in Dunkelgrün", "Webseite für meine Bäckerei in Grün"],
    ["Webseite für meine Bäckerei in dunkelgrün", "Webseite für meine Bäckerei in grün"],
    ["site pour ma boulangerie en vert foncé", "site pour ma boulangerie en vert"],
    ["web para mi panadería en verde oscuro", "web para mi panadería en verde"],
  ])("has the shade of a colour, neither as a place nor as a dark page: %s", (shaded, plain) => {
    const { site, ledger } = siteOf(shaded);
    const { look, facts } = site;
    expect(ledger.map(({ by }) => by)).toContain("look.accent");
    expect(facts.place).toBeNull();
    expect(look.scheme).toBe(siteOf(plain).site.look.scheme);
    expect(look.accent).toMatch(/^#[0-9a-f]{6}$/);
    expect(look.accent).not.toBe(siteOf(plain).site.look.accent);
  });

  it("has a place beside a colour", () => {
    const { site } = siteOf("Webseite für meine Bäckerei in Berlin in Dunkelgrün");
    expect(site.facts.place).toBe("Berlin");
  });

  it.each([
    "a website for my bike repair shop",
    "a landing page for a unicycle repair shop",
    "a website for my flower store",
  ])("is about a shop that is a place, not one on the page: %s", (message) => {
    const { ledger } = siteOf(message);
    expect(ledger.filter(({ outcome }) => outcome === "refused")).toEqual([]);
  });

  it.each(["a website for my bakery with a shop", "a bakery website with an online shop"])(
    "has no shop on the page: %s",
    (message) => {
      expect(outcomeOf(message, "shop")).toBe("refused");
    },
  );
});
