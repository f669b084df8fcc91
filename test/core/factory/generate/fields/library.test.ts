import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "@jest/globals";
import { WORDS } from "#core/factory/generate/words/words.ts";
import { FIELD_TYPES } from "#core/factory/specification/field.ts";

const FILES = fileURLToPath(new URL("../../../../../core/factory/generate/static/files/", import.meta.url));
const NAMES = FIELD_TYPES.map((type) => type.replaceAll("_", "-"));

describe("the library's fields", () => {
  it("have a file and a test each", () => {
    for (const [folder, ending] of [
      ["public/lib/fields", ".js"],
      ["test/lib/fields", ".test.js"],
    ] as const) {
      const found = readdirSync(`${FILES}${folder}`).filter((name) => name.endsWith(ending));
      expect(found.sort()).toEqual(NAMES.map((name) => `${name}${ending}`).sort());
    }
  });

  it("use only words that every language has", () => {
    for (const name of [...NAMES.map((each) => `fields/${each}`), "number-field"]) {
      const source = readFileSync(`${FILES}public/lib/${name}.js`, "utf8");
      for (const [, key] of source.matchAll(/\bwords\.(\w+)(?!")\b/g))
        expect(Object.keys(WORDS)).toContain(key);
    }
  });
});
