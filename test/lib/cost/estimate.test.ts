import { readFileSync } from "node:fs";
import { describe, expect, it } from "@jest/globals";
import { FUNCTIONS } from "#deployment/functions.ts";
import { estimate } from "#lib/cost/estimate.ts";
import { PRICES } from "#lib/cost/prices.ts";
import { report } from "#lib/cost/report.ts";
import { ASSUMED } from "#lib/cost/usage.ts";
import { templates } from "./templates.ts";

const machine = JSON.parse(readFileSync("statemachines/mission.asl.json", "utf8"));
const found = estimate(templates(), machine);

describe("a cost estimate", () => {
  it("is under a cent of infrastructure for a mission, far below its models", () => {
    expect(found.mission.infrastructureUsd).toBeGreaterThan(0.001);
    expect(found.mission.infrastructureUsd).toBeLessThan(0.01);
    expect(found.mission.modelUsd).toBeGreaterThan(30 * found.mission.infrastructureUsd);
  });

  it("prices the temporary disk of functions beyond the free amount", () => {
    const gbSeconds = (["install", "verify"] as const).map(
      (name) => ((FUNCTIONS[name].disk - 512) / 1024) * (ASSUMED.milliseconds[name] / 1000),
    );
    const [disk] = found.mission.lines.filter(({ price }) => price === "lambda.storage");
    expect(disk?.amount).toBeCloseTo(gbSeconds[0]! + gbSeconds[1]!);
    expect(disk?.usd).toBeCloseTo(disk!.amount * 3.09e-8, 12);
    expect(disk?.usd).toBeGreaterThan(0);
  });

  it("is higher after a repair, for models and everything a second build needs", () => {
    expect(found.healedMission.modelUsd).toBeGreaterThan(found.mission.modelUsd);
    const amounts = (lines: typeof found.mission.lines) =>
      Object.fromEntries(lines.map(({ what, amount }) => [what, amount]));
    const [plain, healed] = [amounts(found.mission.lines), amounts(found.healedMission.lines)];
    for (const what of ["state machine", "builder: vCPU", "table: writes", "REST API", "functions: arm64"])
      expect(healed[what]).toBeGreaterThan(plain[what] as number);
    expect(healed["signature of the evidence"]).toBe(plain["signature of the evidence"]);
  });

  it("sums to the month: idle cost, and each mission once", () => {
    const [ten, thousand, most] = found.months.map(({ infrastructureUsd }) => infrastructureUsd);
    const { usd, keysUsd } = found.idle;
    expect(ten).toBeGreaterThan(usd + keysUsd);
    expect(ten).toBeLessThan(usd + keysUsd + 310 * found.mission.infrastructureUsd + 15);
    expect(thousand as number).toBeGreaterThan(ten as number);
    expect(most as number).toBeLessThan(100_000 * 30.5 * found.mission.infrastructureUsd);
  });

  it("uses the models and the network of the deployment", () => {
    const Other = {
      Type: "AWS::Lambda::Function",
      Properties: {
        Environment: {
          Variables: {
            BUILDER_PUBLIC_IP: "DISABLED",
            MODEL_ARCHITECT: "global.anthropic.claude-haiku-4-5-20251001-v1:0",
            MODEL_HEALER_SMALL: "global.anthropic.claude-haiku-4-5-20251001-v1:0",
          },
        },
      },
    };
    const other = estimate({ "Gantry-dev-A": { Resources: { Other } }, ...templates() }, machine);
    expect(other.network).toBe("strict");
    expect(other.mission.modelUsd).toBeLessThan(found.mission.modelUsd / 2);
    expect(other.mission.lines.map(({ price }) => price)).not.toContain("ipv4.second");
  });

  it("shows each price with its unit, its source and its date", () => {
    const used = found.mission.lines.map(({ price }) => price);
    for (const name of used) expect(found.prices).toHaveProperty([name], PRICES[name]);
    for (const { from, unit, usd } of Object.values(PRICES)) {
      expect(from).toMatch(/^aws\.amazon\.com\/\S+, 20\d\d-\d\d(, from memory)?$/);
      expect(unit).not.toBe("");
      expect(usd).toBeGreaterThan(0);
    }
  });

  it("is the same text each time, with the sums", () => {
    expect(report(found)).toBe(report(estimate(templates(), machine)));
    expect(report(found)).toContain("were no CloudWatch allowance of the account left");
    expect(report(found)).toMatch(/100,000 +[\d,.]+ +[\d,.]+ +[\d,.]+/);
    expect(report(found)).not.toMatch(/NaN|undefined|e-\d/);
  });
});
