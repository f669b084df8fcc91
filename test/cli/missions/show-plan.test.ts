import { describe, expect, it } from "@jest/globals";
import type { Plan } from "#core/factory/plan/plan.ts";
import { planHash } from "#core/factory/plan/plan.ts";
import { proposal } from "#test/cli/missions.ts";
import { gantry, scriptedApis } from "#test/cli/scripted-api.ts";
import { PLANTS } from "#test/core/factory/specification/samples.ts";
import { PLAN } from "#test/support/evidence.ts";
import { PLANTS_PLAN } from "./plants-plan.ts";

const start = scriptedApis();

async function shownPlan(plan: Plan): Promise<string> {
  const { speech, question } = proposal();
  const { env } = await start({
    "POST /gantry/instances": {
      body: {
        instance_id: "run_1",
        error: null,
        result: { plan: { ...plan, hash: planHash(plan) }, speech, question, notices: [] },
      },
    },
  });
  const { exit, stdout } = await gantry(["plan", "a plant tracker"], { env });
  expect(exit).toBe(0);
  return stdout;
}

describe("a plan with a specification", () => {
  it("shows the records with their fields, the pages and what the app does", async () => {
    const stdout = await shownPlan(PLANTS_PLAN);
    expect(stdout).toContain(
      `Records
  Plants: Name (required), Photo (image), Place (choice: Inside, Outside), Last watered (date), Water every (integer; days), Next watering (computed), Spent (computed)
  Purchases: Item (required), Price (money), Plant (→ Plant)
Pages
  Plants (list), Calendar (calendar), Photos (gallery), Places (board), Costs (table), Share (chart), Numbers (stats)
With
  search in Plants, due in Plants, recurrence in Plants, reminder in Plants, status flow in Plants, totals in Plants, low stock in Plants, archive in Plants, export
`,
    );
  });

  it("shows the pages that a model is to write, with what they do", async () => {
    const custom = [{ id: "map", name: "Map", entity: "plant", purpose: "Draws the rooms." }];
    const stdout = await shownPlan({ ...PLANTS_PLAN, specification: { ...PLANTS, custom } });
    expect(stdout).toContain("Written by a model\n  Map: Draws the rooms.\nWith\n");
  });

  it("shows what becomes of each word, first what is refused and what is asked", async () => {
    const stdout = await shownPlan(PLANTS_PLAN);
    expect(stdout).toContain(
      `You asked for
  ✗  login      not without a model: accounts need a server
  ?  places     Which places are there?
  ✓  photos     Plants: Photo
  ✓  calendar   Calendar
  ✓  searching  search
  ✓  plants     Plants
  ✓  no tags    left out
  ✓  green      the accent color
  ✓  tracker    comes with it
`,
    );
    expect(stdout).not.toContain("please");
  });

  it("does not advise a model where a model designed the plan", async () => {
    const stdout = await shownPlan({ ...PLANTS_PLAN, kind: "custom" });
    expect(stdout).toContain("login      not in this app: accounts need a server");
  });

  it("shows a part that is not in the specification as plainly met", async () => {
    const ledger = [
      { words: "photos", message: 0, outcome: "met" as const, by: "entities.plant.picture" },
      { words: "maps", message: 0, outcome: "met" as const, by: "entities.tree" },
      { words: "sums", message: 0, outcome: "met" as const, by: "behaviours.sort" },
    ];
    const stdout = await shownPlan({ ...PLANTS_PLAN, ledger });
    expect(stdout).toContain("  ✓  photos  yes\n  ✓  maps    yes\n  ✓  sums    yes\n");
  });
});

describe("a plan without a specification", () => {
  it("shows neither records nor a ledger", async () => {
    const stdout = await shownPlan(PLAN);
    for (const heading of ["Records", "Pages", "You asked for"]) expect(stdout).not.toContain(heading);
  });
});
