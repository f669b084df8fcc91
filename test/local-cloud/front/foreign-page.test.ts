import { describe, expect, it } from "@jest/globals";
import { fromForeignPage } from "#local-cloud/front/foreign-page.ts";

const host = "127.0.0.1:5050";

describe("the check for pages of another origin", () => {
  it.each([
    ["a program", { host }],
    ["a page of this origin", { host, "sec-fetch-site": "same-origin", origin: `http://${host}` }],
    ["an address that a person typed", { host, "sec-fetch-site": "none" }],
    ["a page of this origin in an old browser", { host, origin: `http://${host}` }],
  ])("permits %s", (_, headers) => {
    expect(fromForeignPage(headers)).toBe(false);
  });

  it.each([
    ["another site", { host, "sec-fetch-site": "cross-site" }],
    [
      "another port of this machine",
      { host, "sec-fetch-site": "same-site", origin: "http://127.0.0.1:8080" },
    ],
    ["another site in an old browser", { host, origin: "https://evil.example" }],
    ["a sandboxed frame", { host, origin: "null" }],
  ])("detects a page of %s", (_, headers) => {
    expect(fromForeignPage(headers)).toBe(true);
  });
});
