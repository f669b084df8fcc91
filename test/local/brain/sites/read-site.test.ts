import { describe, expect, it } from "@jest/globals";
import { consult } from "#local/brain/roles/consultant.ts";

function siteOf(...messages: string[]) {
  const { proposal } = consult({ messages });
  const site = proposal?.specification;
  if (site?.kind !== "site") throw new Error(`No site: ${messages.join(" / ")}`);
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
    ["a website for a photographer for weddings and newborns", ["Weddings", "Newborns", "Portraits"]],
    ["Website für eine Fotografin für Hochzeiten", ["Hochzeiten", "Porträts", "Veranstaltungen"]],
    ["site pour un photographe pour mariages", ["Mariages", "Portraits", "Événements"]],
    ["web para una profesora de matemáticas", ["Matemáticas", "Clases individuales", "Grupos"]],
    ["a website for a band for weddings", ["Weddings", "Concerts", "Recordings"]],
  ])("offers first what a trade is said to work for: %s", (message, offers) => {
    const { site, ledger } = siteOf(message);
    const services = site.sections.find(({ kind }) => kind === "services");
    expect(services?.kind === "services" && services.items.map(({ name }) => name).slice(0, 3)).toEqual(
      offers,
    );
    expect(ledger.filter(({ outcome }) => outcome === "refused")).toEqual([]);
  });

  it.each(["a website for a photographer for my sister", "a website for a photographer of Anna"])(
    "does not offer a person: %s",
    (message) => {
      expect(outcomeOf(message, message.split(" ").at(-1) ?? "")).toBe("refused");
    },
  );

  it.each([
    ["a website for a piano teacher", "What I offer"],
    ["a website for a music school", "What we offer"],
    ["Website für eine Hochzeitsfotografin", "Was ich anbiete"],
    ["site pour un coach sportif", "Ce que je propose"],
    ["una web para una profesora", "Qué ofrezco"],
  ])("speaks for one person where the trade is one: %s", (message, title) => {
    expect(siteOf(message).site.sections.map((section) => section.title)).toContain(title);
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

describe("the page of a site", () => {
  it.each([
    ["a website for my bakery Sweet Crumbs", "Sweet Crumbs"],
    ["a website for my cafe Blue Door, in green", "Blue Door"],
    ["Webseite für meine Bäckerei Süße Krümel", "Süße Krümel"],
    ["una web para mi panadería La Miga Dorada", "La Miga Dorada"],
    ["A Website For My Bakery With Photos", "Bakery"],
  ])("has the name that follows the trade: %s", (message, name) => {
    const { site, ledger } = siteOf(message);
    expect(site.name).toBe(name);
    expect(ledger.filter(({ outcome }) => outcome === "refused")).toEqual([]);
  });

  it("is in the language that is asked for, with all of its texts", () => {
    const { site } = siteOf("a website for a bakery in German in Berlin", "make it green");
    expect(site).toEqual({
      ...siteOf("Webseite für eine Bäckerei in Berlin in Grün").site,
      trade: "bäckerei",
    });
  });

  it("stays about the first trade while a message adds another, and changes where a message says so", () => {
    expect(siteOf("a landing page for a bakery", "add a florist").site.trade).toBe("bakery");
    const { site, ledger } = siteOf("a landing page for a bakery", "make it for a florist");
    expect(site).toEqual(siteOf("a landing page for a florist").site);
    expect(ledger).toContainEqual({ words: "bakery", message: 0, outcome: "context", by: null });
  });
});

describe("a blog", () => {
  it.each([
    ["a blog about travel", "Travel"],
    ["a travel blog", "Travel blog"],
    ["my photography blog", "Photography blog"],
    ["ein Reiseblog", "Reiseblog"],
    ["a blog called Far Away", "Far Away"],
    ["a blog", "Blog"],
  ])("is a page with posts, which are written in its files: %s", (message, name) => {
    const { site } = siteOf(message);
    expect(site.name).toBe(name);
    expect(site.sections.map(({ kind }) => kind)).toContain("posts");
    expect(consult({ messages: [message] }).speech).toMatch(
      /in the files of the page|in den Dateien der Seite/,
    );
  });

  it.each(["a blog planner", "a todo list with a blog", "an idea list for my blog"])(
    "is not what is asked for in %s",
    (message) => {
      expect(consult({ messages: [message] }).proposal?.specification?.kind).not.toBe("site");
    },
  );
});

it.each([
  "a site for recipes",
  "a page for my plants",
  "a site for sharing photos",
  "a site for tracking zorbles",
])("no site is planned for what an app keeps records of: %s", (message) => {
  expect(consult({ messages: [message] }).proposal?.specification?.kind).not.toBe("site");
});
