import { describe, expect, it } from "@jest/globals";
import { listed } from "#local/brain/roles/sentence.ts";

describe("a list in a sentence", () => {
  it.each([
    [["recipes"], "en", "recipes"],
    [["recipes", "books", "films"], "en", "recipes, books and films"],
    [["clientes", "interacciones"], "es", "clientes e interacciones"],
    [["padres", "hijos"], "es", "padres e hijos"],
    [["agua", "hielo"], "es", "agua y hielo"],
  ] as const)("joins %j in '%s' as '%s'", (items, locale, text) => expect(listed(items, locale)).toBe(text));
});
