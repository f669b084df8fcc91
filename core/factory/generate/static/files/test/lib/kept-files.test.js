import assert from "node:assert/strict";
import { test } from "node:test";
import { isKept, keep, sizeText } from "../../public/lib/kept-files.js";

test("a file is kept with its name, type, size and content", () => {
  const blob = new Blob(["hello"], { type: "text/plain" });
  assert.deepEqual(keep("a.txt", blob), { name: "a.txt", type: "text/plain", size: 5, data: blob });
  assert.equal(keep("x".repeat(300), blob).name.length, 200);
  assert.equal(isKept(keep("a.txt", blob)), true);
  assert.equal(isKept("a.txt"), false);
});

test("sizes are shown in the unit that fits", () => {
  const [en, de] = [{ locale: "en" }, { locale: "de" }];
  assert.match(sizeText(0, en), /^0 bytes$/);
  assert.match(sizeText(999, en), /^999 bytes$/);
  assert.match(sizeText(1500, de), /^1,5\skB$/);
  assert.match(sizeText(20_000_000, en), /^20 MB$/);
});
