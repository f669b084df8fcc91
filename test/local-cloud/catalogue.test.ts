import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { loadCatalogue } from "#local-cloud/catalogue.ts";

let dir: string;
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), "local-cloud-catalogue-"));
});
afterAll(() => rmSync(dir, { recursive: true }));

const module = (name: string, text: string) => {
  const path = join(dir, `${name}.mjs`);
  writeFileSync(path, text);
  return path;
};

describe("the catalogue of the local cloud", () => {
  it("is empty by default", async () => {
    expect(await loadCatalogue(undefined)).toMatchObject({ functions: {}, rules: [], roles: [] });
  });

  it("has functions with Lambda's limit or their own", async () => {
    const path = module(
      "functions",
      "export const functions = { a: async () => 1, b: { handler: async () => 2, timeoutSeconds: 60 } };",
    );
    const { functions } = await loadCatalogue(path);
    expect(Object.entries(functions).map(([name, { timeoutSeconds }]) => [name, timeoutSeconds])).toEqual([
      ["a", 3],
      ["b", 60],
    ]);
  });

  it.each([
    [
      "unknown",
      "export const function_ = {}",
      /unknown export 'function_': a catalogue exports functions, rules, /,
    ],
    ["value", "export const functions = { a: 1 }", /functions\.a: /],
    ["name", "export const functions = { 'a b': () => 1 }", /functions\.a b: /],
    ["rule", "export const rules = [{ name: 'r' }]", /rules\.0\.targets: /],
    ["model", "export const model = {}", /model\.converse: must be a function/],
    ["syntax", "export const = 1", /syntax\.mjs cannot be loaded: /],
  ])("is refused with a sentence that names the fault: %s", async (name, text, sentence) => {
    await expect(loadCatalogue(module(name, text))).rejects.toThrow(sentence);
  });

  it("is refused when its file does not exist", async () => {
    await expect(loadCatalogue("/no/such.mjs")).rejects.toThrow("there is no catalogue at /no/such.mjs");
  });
});
