import { describe, expect, it } from "@jest/globals";
import { readRequest } from "#local/brain/recognise/read/read.ts";

const read = (...messages: string[]) => {
  const { specification, ledger } = readRequest(messages);
  return {
    theme: specification?.look.theme,
    entity: specification?.entities[0]?.id,
    met: ledger.filter(({ outcome }) => outcome === "met").map(({ words, by }) => `${words}: ${by}`),
    refused: ledger.filter(({ outcome }) => outcome === "refused"),
  };
};

describe("a request that names the look of a product", () => {
  it.each([
    ["a recipe book in the style of Notion", "pages", "recipe", "Notion"],
    ["a plant tracker that looks like Spotify", "listening", "plant", "Spotify"],
    ["habit tracker with a GitHub look", "repository", "habit", "GitHub"],
    ["une liste de livres dans le style de Pinterest", "pinboard", "livre", "Pinterest"],
    ["Pflanzenverwaltung im Stil von Trello", "boards", "pflanze", "Trello"],
    ["a todo list in the style of X", "stream", "task", "style of X"],
    ["a plant tracker in the stream theme", "stream", "plant", "stream theme"],
    ["a habit tracker with the ledger look", "ledger", "habit", "ledger"],
  ])("%j gets its theme and its own records", (message, theme, entity, product) => {
    const found = read(message);
    expect(found).toMatchObject({ theme, entity, refused: [] });
    expect(found.met).toContain(`${product}: look.theme`);
  });

  it("as the whole app gets the records of such an app as well", () => {
    expect(read("LinkedIn-style feed")).toMatchObject({ theme: "network", entity: "post" });
    expect(read("Trello clone in green")).toMatchObject({ theme: "boards", entity: "task" });
  });

  it("gets what can be kept of products that need a server, which it refuses to copy", () => {
    for (const [message, theme, entity, why] of [
      ["a Slack clone", "channels", "team_message", /always reachable/],
      ["a GitHub clone", "repository", "bug", /sharing/],
    ] as const) {
      const found = read(message);
      expect(found).toMatchObject({ theme, entity, refused: [{ words: "clone" }] });
      expect(found.refused[0]?.by).toMatch(why);
    }
    expect(read("an app like Slack")).toMatchObject({
      entity: "team_message",
      refused: [{ words: "Slack" }],
    });
    expect(read("a Stripe dashboard")).toMatchObject({ theme: "ledger", entity: "payment", refused: [] });
  });

  it("takes the letter X for a product only together with a word for looks", () => {
    expect(read("an X clone")).toMatchObject({ theme: "stream", entity: "post", refused: [] });
    expect(read("a plant tracker with x and y").theme).toBeUndefined();
  });

  it("in a later message changes only the look", () => {
    expect(read("book list", "make it look like Pinterest")).toMatchObject({
      theme: "pinboard",
      entity: "book",
    });
  });

  it("has no theme when it names none", () => {
    expect(read("book list").theme).toBeUndefined();
  });
});

it.each([
  ["Trello clone in green", "board"],
  ["something like Goodreads", "gallery"],
  ["LinkedIn-style feed", "list"],
])("an app that %j asks for opens with the view that the product is known for", (message, kind) => {
  expect(readRequest([message]).specification?.views[0]?.kind).toBe(kind);
});
