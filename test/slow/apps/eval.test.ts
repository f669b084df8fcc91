import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { gantry as command } from "#test/cli/scripted-api.ts";
import { type Gantry, startGantry } from "#test/e2e/support/gantry.ts";

const KEPT = {
  name: "a record is kept",
  steps: [
    { do: "click", target: { role: "button", name: "New" } },
    { do: "fill", target: { label: "Title" }, value: "Blue Train" },
    { do: "click", target: { role: "button", name: "Save" } },
    { do: "reload" },
    { do: "see", text: "Blue Train" },
  ],
};

const REQUESTS = [
  {
    id: "plants",
    say: ["plant watering tracker with photos and a calendar"],
    is: "plan",
    entities: ["plant"],
    met: ["view calendar", "type image"],
    checks: [
      { name: "shows the plants", steps: [{ do: "see", text: "Plants" }] },
      { name: "sells insurance", steps: [{ do: "see", text: "Insurance" }] },
    ],
  },
  {
    id: "vinyl",
    say: ["vinyl records with artist and year"],
    is: "plan",
    met: ["field artist", "type rating"],
    checks: [KEPT],
    changes: [
      {
        say: ["add a price, without rating"],
        is: "plan",
        met: ["type money"],
        absent: ["type rating"],
        edit: { find: "</body>", replace: "<!-- by hand --></body>" },
      },
      {
        say: ["rename artist to musician"],
        is: "plan",
        met: ["field musician"],
        records: { before: KEPT.steps, after: [{ do: "see", text: "Blue Train" }] },
      },
      { say: ["add a blockchain"], is: "none" },
    ],
  },
  { id: "poem", say: ["write me a poem"], is: "none" },
];

describe("gantry eval", () => {
  let gantry: Gantry;
  let folder: string;

  beforeAll(async () => {
    gantry = await startGantry();
    folder = mkdtempSync(join(tmpdir(), "gantry-eval-"));
  });
  afterAll(async () => {
    await gantry?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  it("builds what is planned, visits it, and reports checks that fail", async () => {
    const file = join(folder, "requests.jsonl");
    writeFileSync(file, REQUESTS.map((request) => JSON.stringify(request)).join("\n"));
    const output = join(folder, "report");
    const { exit, stdout } = await command(["eval", file, "-o", output, "--publish", "--json"], {
      env: { GANTRY_URL: gantry.origin, GANTRY_HOME: gantry.home, GANTRY_PASSWORD: gantry.password },
    });
    expect(exit).toBe(0);
    const { results, totals } = JSON.parse(stdout);
    const [plants, vinyl, poem] = results;
    expect(plants).toMatchObject({ expected: true, wrong: [], labels: { right: 3, of: 3 } });
    expect(plants.build).toMatchObject({ status: "DEPLOYED", error: null, acceptance: { passed: true } });
    expect(plants.visit).toMatchObject({
      checks: { passed: ["shows the plants", "opens"] },
      page_errors: [],
    });
    expect(plants.visit.look).toEqual({ blank: false, overflows: [], barriers: [] });
    expect(plants).toMatchObject({
      consultation: { calls: 1 },
      words: { met: 4, met_by_kind: 1, refused: 0 },
    });
    expect(plants.visit.checks.failed).toMatchObject([{ name: "sells insurance" }]);
    expect([...readFileSync(join(output, plants.visit.screenshot)).subarray(1, 4)]).toEqual(
      [..."PNG"].map((letter) => letter.charCodeAt(0)),
    );
    const [priced, renamed, chained] = vinyl.changes;
    expect(priced).toMatchObject({ expected: true, build: { status: "DEPLOYED" }, lost: [], wrong: [] });
    expect(priced.kept).toEqual(["field artist", "check: a record is kept"]);
    expect(priced.edits.length).toBeGreaterThan(1);
    expect(priced.files).toEqual({ touched: expect.any(Number), of: expect.any(Number), unplanned: [] });
    expect(priced.files.touched).toBeLessThan(priced.files.of / 2);
    expect(priced.hand_edit).toEqual({ file: "public/index.html", kept: true });
    expect(renamed).toMatchObject({
      ...{ expected: true, build: { status: "DEPLOYED" }, wrong: [], missed: [], hand_edit: null },
      records_kept: { passed: true, reason: null },
    });
    expect(chained).toMatchObject({ expected: true, outcome: "declined", build: null, files: null });
    expect(totals).toMatchObject({
      changes: { count: 2, of: 3 },
      edits_kept: { count: 1, of: 1 },
      records_kept: { count: 1, of: 1 },
    });
    expect(poem).toMatchObject({ expected: true, plan: null, build: null });
    expect(JSON.parse(readFileSync(join(output, "eval.json"), "utf8")).results).toHaveLength(3);
  });
});
