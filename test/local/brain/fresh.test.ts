import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { judge } from "#cli/eval/judge.ts";
import { parseRequests } from "#cli/eval/read-requests.ts";
import type { ShownPlan } from "#cli/service/replies.ts";
import { consult } from "#local/brain/roles/consultant.ts";

const FILE = "fresh.jsonl";
const REQUESTS = parseRequests(readFileSync(new URL(`../../cases/${FILE}`, import.meta.url), "utf8"), FILE);

/** What the offline brain still reads otherwise than the person meant it. */
const MISREAD: readonly string[] = [
  "class-marks",
  "essay-deadlines",
  "carpenter-jobs",
  "fridge-expiry",
  "invoice-mail",
  "es-cronometro",
  "pottery-kiln",
  "wound-care",
  "allotment-plots",
  "thesis-sources",
  "plumber-quotes",
  "vinyl-typo",
  "greenhouse",
  "fuel-log",
  "colourless",
  "de-login",
  "fr-budget",
  "fr-meteo",
];

const misread = (request: (typeof REQUESTS)[number]) => {
  const { proposal, question } = consult({ messages: [...request.say] });
  const { expected, wrong, missed } = judge(request, { plan: proposal as ShownPlan | null, question });
  return expected === false || wrong.length > 0 || missed.length > 0;
};

describe("requests that were labelled before the reader was looked at", () => {
  it("are a hundred, in four languages", () => {
    expect(REQUESTS).toHaveLength(100);
    expect(new Set(REQUESTS.map(({ lang }) => lang))).toEqual(new Set(["en", "de", "fr", "es"]));
  });

  it("lead to what their labels state, except those known to be misread", () => {
    expect(REQUESTS.filter(misread).map(({ id }) => id)).toEqual(MISREAD);
  });
});
