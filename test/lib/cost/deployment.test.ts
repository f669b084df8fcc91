import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "@jest/globals";
import { FUNCTIONS } from "#deployment/functions.ts";
import { readConfig } from "#lib/config.ts";
import { type Estimate, estimate } from "#lib/cost/estimate.ts";
import { report } from "#lib/cost/report.ts";
import { readTemplates, type Templates } from "#lib/cost/template.ts";
import { DEV, STRICT, synthesise } from "../support/synth.ts";

const machine = JSON.parse(readFileSync("statemachines/mission.asl.json", "utf8"));
let templates: Templates;
let economy: Estimate;

beforeAll(async () => {
  templates = readTemplates((await synthesise()).folder);
  economy = estimate(templates, machine);
});

/** Every resource of a deployment as `type name`, with its properties. */
const resourcesOf = (found: Templates) =>
  Object.values(found).flatMap(({ Resources }) => Object.values(Resources));

describe("the idle cost of a deployment", () => {
  it("is at most $0.25 a month, besides one signing key", () => {
    expect(economy.idle.usd).toBeLessThanOrEqual(0.25);
    expect(economy.idle.keysUsd).toBe(1);
  });

  it("includes no gateway, no endpoint and nothing that always runs", () => {
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

  it("states for each kind of resource its price or why it is free", () => {
    const priced = new Set(Object.keys(economy.idle.free));
    expect(priced.size).toBeGreaterThan(10);
    for (const reason of Object.values(economy.idle.free)) expect(reason).toMatch(/\w+ \w+/);
  });
});

describe("the idle cost of the strict network", () => {
  it("adds the hours of its endpoints, and nothing else", async () => {
    const strict = estimate(readTemplates((await synthesise({ ...DEV, network: "strict" })).folder), machine);
    const endpoints = strict.idle.lines.filter(({ price }) => price === "endpoint.hour");
    expect(endpoints.length).toBeGreaterThan(1);
    const usd = endpoints.reduce((all, line) => all + line.usd, 0);
    expect(usd).toBeGreaterThan(7.3 * endpoints.length - 0.01);
    expect(strict.idle.usd - usd).toBeLessThanOrEqual(0.25);
    expect(strict.network).toBe("strict");
    expect(strict.idle.lines.map(({ price }) => price)).not.toContain("nat.hour");
  });
});

describe("the metrics of the functions", () => {
  it("have the namespace and the names that dashboard and alarms use", () => {
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

describe("the documented costs", () => {
  const page = readFileSync("docs/costs.md", "utf8");
  const cents = (usd: number) =>
    `$${usd.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
  const fine = (usd: number) => `$${usd.toFixed(4)}`;
  /** A row's cells behind its first. */
  const row = (first: string) =>
    page
      .split("\n")
      .map((line) => line.split("|").map((cell) => cell.trim()))
      .find(([, cell]) => cell === first)
      ?.slice(2, -1);
  let strict: Estimate;
  let prod: Estimate;

  beforeAll(async () => {
    strict = estimate(readTemplates((await synthesise({ ...DEV, network: "strict" })).folder), machine);
    prod = estimate(readTemplates((await synthesise(STRICT)).folder), machine);
  });

  it("equal the estimate to the digit", () => {
    const of = (amount: (found: Estimate) => string) => [amount(economy), amount(strict)];
    expect({
      idle: row("a month without use, beside the key"),
      key: row("the key that signs evidence, a month"),
      mission: row("a mission, without its models"),
      models: row("a mission's models, defaults"),
      healed: row("the same with one repair, infrastructure"),
      healedModels: row("the same with one repair, models"),
    }).toEqual({
      idle: of(({ idle }) => cents(idle.usd)),
      key: of(({ idle }) => cents(idle.keysUsd)),
      mission: of(({ mission }) => fine(mission.infrastructureUsd)),
      models: of(({ mission }) => fine(mission.modelUsd)),
      healed: of(({ healedMission }) => fine(healedMission.infrastructureUsd)),
      healedModels: of(({ healedMission }) => fine(healedMission.modelUsd)),
    });
    for (const { missionsPerDay, infrastructureUsd, modelUsd } of economy.months)
      expect(row(missionsPerDay.toLocaleString("en-US"))).toEqual([
        cents(infrastructureUsd),
        cents(modelUsd),
      ]);
    const allowances = economy.idle.withoutAllowancesUsd - economy.idle.usd;
    expect(page).toContain(`idle cost would be ${cents(allowances)} more`);
  });

  it("are printed with the same digits by npm run cost", () => {
    const printed = report(economy);
    for (const usd of [economy.idle.usd, economy.idle.keysUsd])
      expect(printed).toContain(` ${usd.toFixed(2)}\n`);
    for (const { infrastructureUsd, modelUsd } of [economy.mission, economy.healedMission])
      for (const usd of [infrastructureUsd, modelUsd]) expect(printed).toContain(` ${usd.toFixed(4)}\n`);
    for (const { infrastructureUsd, modelUsd } of economy.months)
      for (const usd of [infrastructureUsd, modelUsd]) expect(printed).toContain(` ${cents(usd).slice(1)}`);
  });

  it("for the web ACL and the strict network are the same in all places", () => {
    const acl = sum(prod.idle.lines.filter(({ price }) => price.startsWith("waf.")));
    const requests = sum(prod.mission.lines.filter(({ price }) => price === "waf.request"));
    expect([economy.waf, strict.waf, prod.waf]).toEqual([false, false, true]);
    expect(page).toContain(
      `The web ACL costs an additional ${cents(acl)} a month and $${requests.toFixed(6)} a mission`,
    );
    const network = cents(strict.idle.usd - economy.idle.usd);
    const refusal = () => readConfig({ ...DEV, stage: "prod", alarmEmail: "ops@example.com" });
    expect(refusal).toThrow(`strict costs ${network} a month`);
    const deploy = readFileSync("docs/deploy.md", "utf8");
    expect(deploy).toContain(`${network} more`);
    expect(deploy).toContain(`costs ${cents(economy.idle.usd)} a month and $1 for its key`);
    expect(deploy).toContain(`${cents(acl)} a month`);
  });
});

function sum(lines: readonly { readonly usd: number }[]): number {
  return lines.reduce((all, { usd }) => all + usd, 0);
}
