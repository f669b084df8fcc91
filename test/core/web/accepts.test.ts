import { describe, expect, it } from "@jest/globals";
import { accepts } from "#core/web/accepts.ts";

describe("an Accept header", () => {
  it.each([
    [undefined, "application/json", true],
    ["", "application/json", true],
    ["*/*", "application/json", true],
    ["application/*", "application/json", true],
    ["text/html", "application/json", false],
    ["text/html, */*;q=0.1", "application/json", true],
    ["APPLICATION/JSON; charset=utf-8", "application/json", true],
    ["application/json;q=0", "application/json", false],
    ["application/json; q=0.000, */*", "application/json", false],
    ["application/json;q=0.5", "application/json", true],
    ["text/*", "text/html; charset=utf-8", true],
    ["application/jsonp", "application/json", false],
  ])("%j takes %s: %s", (accept, type, expected) => {
    expect(accepts(accept, type)).toBe(expected);
  });

  it("is read as a list of codings in the same way", () => {
    expect(accepts("br;q=0, gzip", "br")).toBe(false);
    expect(accepts("br;q=0, gzip", "gzip")).toBe(true);
  });
});
