import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { brokenRule, requireAllowedContent } from "#core/factory/guard/content-guard.ts";
import { GantryError } from "#core/kernel/errors.ts";

type Request = string | string[];
const { refused, allowed }: { refused: Record<string, Request[]>; allowed: Request[] } = JSON.parse(
  readFileSync(new URL("../../../cases/content-guard.json", import.meta.url), "utf8"),
);
const REFUSED = Object.entries(refused).flatMap(([rule, requests]) =>
  requests.map((request) => ({ rule, request })),
);
const ruleFor = (request: Request) => brokenRule([request].flat())?.name;

describe("a request", () => {
  it("is tried in at least 170 harmful forms and 200 innocent ones", () => {
    expect(REFUSED.length).toBeGreaterThanOrEqual(170);
    expect(allowed.length).toBeGreaterThanOrEqual(200);
  });

  it.each(REFUSED)("is refused by the rule $rule: $request", ({ rule, request }) =>
    expect(ruleFor(request)).toBe(rule),
  );
  it.each(allowed.map((request) => ({ request })))("is allowed: $request", ({ request }) =>
    expect(ruleFor(request)).toBeUndefined(),
  );

  it("is refused in capitals, with accents and with invisible characters between its letters", () => {
    expect(ruleFor("A PHISHING PAGE")).toBe("phishing");
    expect(ruleFor("a phíshing page")).toBe("phishing");
    expect(ruleFor("a phi\u200bsh\u00ading page")).toBe("phishing");
  });

  it("is refused with a sentence that says what is not built, and the rule as a detail", () => {
    expect(() => requireAllowedContent(["a keylogger"], "message")).toThrow(
      new GantryError("PolicyDenied", "Gantry does not build malware or software that spies on people."),
    );
    try {
      requireAllowedContent(["a keylogger"], "message");
    } catch (error) {
      expect(error).toMatchObject({ field: "message", detail: { rule: "malware" } });
    }
  });

  it("is read in time that grows with its length only, however it is written", () => {
    const cost = (length: number) => {
      const text = "secretly password paypal steal ".repeat(length / 31);
      const started = process.cpuUsage();
      brokenRule([`x ${text.replaceAll("secretly", "secret").replaceAll("steal", "stea")}`]);
      const { user, system } = process.cpuUsage(started);
      return user + system;
    };
    cost(10_000);
    const [short, long] = [cost(31_000), cost(310_000)];
    expect(long / Math.max(short, 1000)).toBeLessThan(50);
  });
});
