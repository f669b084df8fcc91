import { describe, expect, it } from "@jest/globals";
import { judge } from "#cli/eval/judge.ts";
import { parseRequests } from "#cli/eval/read-requests.ts";
import { PLANTS_PLAN } from "#test/cli/missions/plants-plan.ts";

const request = (label: object) => {
  const [parsed] = parseRequests(JSON.stringify({ say: ["plants"], ...label }), "test");
  if (!parsed) throw new Error("no request");
  return parsed;
};
const judged = (label: object, plan: any = PLANTS_PLAN, question: string | null = null) =>
  judge(request(label), { plan, question });

describe("the judgement of a plan", () => {
  it("counts the labels that hold", () => {
    const label = { is: "plan", entities: ["flower|plant"], met: ["field plant.name"], absent: ["view map"] };
    expect(judged(label)).toEqual({
      outcome: "planned",
      expected: true,
      held: ["records 'flower|plant'", "field plant.name", "without view map"],
      labels: { right: 3, of: 3 },
      records: { same: 1, labelled: 1, built: expect.any(Number) },
      wrong: [],
      missed: [],
    });
  });

  it("compares the sections of a site, and calls an app wrong where a site is expected", () => {
    const site = { ...PLANTS_PLAN, specification: { kind: "site", sections: [{ kind: "menu" }] } };
    const label = { is: "site", trade: "bakery", sections: ["menu", "hours"], without: ["team"] };
    expect(judged(label, site)).toMatchObject({ labels: { right: 3, of: 4 }, wrong: ["section hours"] });
    expect(judged({ is: "site" })).toMatchObject({ expected: true, wrong: ["a site"] });
  });

  it("calls a plan wrong that has neither what was asked nor a refusal", () => {
    const plan = { ...PLANTS_PLAN, ledger: [] };
    expect(judged({ met: ["view map"] }, plan)).toMatchObject({ wrong: ["view map"], missed: [] });
  });

  it("calls a part missed that is not built while the plan refuses something", () => {
    const ledger = [{ words: "board", message: 0, outcome: "refused", by: "no board" }];
    expect(judged({ met: ["view map"] }, { ...PLANTS_PLAN, ledger })).toMatchObject({
      wrong: [],
      missed: ["view map"],
    });
    expect(judged({ refused: ["board", "music"] }, { ...PLANTS_PLAN, ledger })).toMatchObject({
      labels: { right: 1, of: 2 },
      wrong: ["'music' is refused"],
    });
  });

  it("calls a part wrong that must be absent, and a plan for what is not an app", () => {
    expect(judged({ is: "none", absent: ["entity plant"] })).toMatchObject({
      expected: false,
      wrong: ["planned what is not an app", "without entity plant"],
    });
  });

  it("compares names in English only", () => {
    expect(judged({ lang: "de", entities: ["Pflanze"], met: ["field Pflanze.Name"] }).labels).toEqual({
      right: 0,
      of: 0,
    });
  });
});

describe("the judgement of a consultation without a plan", () => {
  it.each([
    ["ask", "Which details?", "asked", true],
    ["plan", "Which details?", "asked", false],
    ["none", null, "declined", true],
    ["none", "What would you like to build?", "asked", true],
    ["blueprint", null, "declined", false],
  ])("compares %s with what happened", (is, question, outcome, expected) => {
    expect(judged({ is }, null, question)).toMatchObject({ outcome, expected, wrong: [] });
  });
});
