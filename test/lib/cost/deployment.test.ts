import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { type Estimate, estimate } from "#lib/cost/estimate.ts";
import { readTemplates, type Templates } from "#lib/cost/template.ts";
import { FUNCTIONS } from "#lib/functions.ts";
import { DEV, synthesise } from "../support/synth.ts";

const machine = JSON.parse(readFileSync("statemachines/mission.asl.json", "utf8"));
let templates: Templates;
let economy: Estimate;

beforeAll(async () => {
  templates = readTemplates((await synthesise()).folder);
  economy = estimate(templates, machine);
}, 150_000);

/** Every resource of a deployment as `type name`, with its properties. */
const resourcesOf = (found: Templates) =>
  Object.values(found).flatMap(({ Resources }) => Object.values(Resources));

describe("what a deployment costs while nobody uses it", () => {
  it("is at most $0.25 a month, beside one signing key", () => {
    expect(economy.idle.usd).toBeLessThanOrEqual(0.25);
    expect(economy.idle.keysUsd).toBe(1);
  });

  it("pays for no gateway, no endpoint and nothing that always runs", () => {
    const found = resourcesOf(templates);
    const types = found.map(({ Type }) => Type);
    for (const type of types)
      expect(type).not.toMatch(
        /^AWS::(EC2::(NatGateway|Instance|EIP)|ECS::Service|RDS::|Elasti|EKS::|OpenSearch)/,
      );
    const endpoints = found.filter(({ Type }) => Type === "AWS::EC2::VPCEndpoint");
    for (const { Properties } of endpoints) expect(Properties?.VpcEndpointType).toBe("Gateway");
    expect(JSON.stringify(found)).not.toContain("ProvisionedConcurrency");
  });

  it("says of each kind of resource what it costs or why it costs nothing", () => {
    const priced = new Set(Object.keys(economy.idle.free));
    expect(priced.size).toBeGreaterThan(10);
    for (const reason of Object.values(economy.idle.free)) expect(reason).toMatch(/\w+ \w+/);
  });
});

describe("the strict network", () => {
  it("costs the hours of its endpoints, and is else the same", async () => {
    const strict = estimate(readTemplates((await synthesise({ ...DEV, network: "strict" })).folder), machine);
    const endpoints = strict.idle.lines.filter(({ price }) => price === "endpoint.hour");
    expect(endpoints.length).toBeGreaterThan(1);
    const usd = endpoints.reduce((all, line) => all + line.usd, 0);
    expect(usd).toBeGreaterThan(7.3 * endpoints.length - 0.01);
    expect(strict.idle.usd - usd).toBeLessThanOrEqual(0.25);
    expect(strict.network).toBe("strict");
    expect(strict.idle.lines.map(({ price }) => price)).not.toContain("nat.hour");
  }, 150_000);
});

describe("metrics of the factory", () => {
  it("carry the namespace and the names that dashboard and alarms look for", () => {
    const functions = resourcesOf(templates)
      .filter(({ Type }) => Type === "AWS::Lambda::Function")
      .map(({ Properties }) => Properties?.Environment?.Variables)
      .filter((variables) => variables?.POWERTOOLS_SERVICE_NAME !== undefined);
    expect(functions.length).toBeGreaterThan(10);
    for (const { POWERTOOLS_SERVICE_NAME, POWERTOOLS_METRICS_NAMESPACE } of functions) {
      expect(Object.keys(FUNCTIONS)).toContain(POWERTOOLS_SERVICE_NAME);
      expect(POWERTOOLS_METRICS_NAMESPACE).toBe("Gantry/dev");
    }
  });
});

describe("docs/costs.md", () => {
  const page = readFileSync("docs/costs.md", "utf8");
  /** The first dollar amounts of a table's row. */
  const row = (start: string) =>
    [...(page.match(new RegExp(`^\\| *${start}.*$`, "m"))?.[0] ?? "").matchAll(/\$([\d.,]+)/g)].map(
      ([, usd]) => Number(usd?.replaceAll(",", "")),
    );
  const near = (documented: number | undefined, usd: number) =>
    expect(Math.abs((documented ?? 0) / usd - 1)).toBeLessThan(0.1);

  it("states what a deployment costs, within a tenth", () => {
    expect(Math.abs((row("a month in which")[0] ?? 0) - economy.idle.usd)).toBeLessThan(0.05);
    near(row("the key that signs")[0], economy.idle.keysUsd);
    near(row("a mission, without")[0], economy.mission.infrastructureUsd);
    near(row("a mission's models")[0], economy.mission.modelUsd);
    near(row("the same with one repair, infra")[0], economy.healedMission.infrastructureUsd);
    near(row("the same with one repair, mod")[0], economy.healedMission.modelUsd);
  });

  it("states what a month costs, within a tenth", () => {
    for (const { missionsPerDay, infrastructureUsd, modelUsd } of economy.months) {
      const [infrastructure, models] = row(missionsPerDay.toLocaleString("en-US"));
      near(infrastructure, infrastructureUsd);
      near(models, modelUsd);
    }
  });
});
