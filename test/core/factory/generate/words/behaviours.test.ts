import { expect, test } from "@jest/globals";
import { translate } from "#core/factory/generate/words/words.ts";
import { LOCALES } from "#core/factory/specification/specification.ts";

test.each(LOCALES)("a text that is not saved yet is never taken for a saved one in %s", (locale) => {
  const status = (key: string) => `${translate(key, locale)} · 3`.toLowerCase();
  expect(status("autosavePending")).not.toContain(status("autosaved"));
  expect(status("autosaveFailed")).not.toContain(status("autosaved"));
});
