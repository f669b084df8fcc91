import { describe, expect, it } from "@jest/globals";
import { missionLines } from "#lib/cost/mission.ts";
import type { PriceName } from "#lib/cost/prices.ts";
import { ASSUMED, MEASURED } from "#lib/cost/usage.ts";
import { read } from "./files.ts";
import { rowsOf, sectionsOf } from "./sections.ts";

/** Whether the scaling table of docs/deploy.md still says what a mission uses, by the estimate of costs. */

const rows = rowsOf(sectionsOf("docs/deploy.md")("Scaling"));
const DAY = 86_400;
const { tokens, builder, consultationMilliseconds } = ASSUMED;
const milliseconds: Readonly<Record<string, number>> = ASSUMED.milliseconds;

const machine = JSON.parse(read("statemachines/mission.asl.json"));
const lines = missionLines(machine, { healed: false, network: "economy", waf: false });
const amountOf = (price: PriceName) => lines.find((line) => line.price === price)!.amount;
const first = (file: string, pattern: RegExp) => Number(pattern.exec(read(file))![1]);
const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0);

const slots = first("policy.yaml", /concurrent_missions: (\d+)/);
const restRate = first("lib/constructs/rest-api.ts", /rateLimit: (\d+)/i);
const socketRate = first("lib/constructs/websocket-api.ts", /rateLimit: (\d+)/i);
const afterBuild = ["inspect", "review", "preview", "verify", "promote", "check-live", "publish", "seal"];
const slotSeconds =
  builder.firstSeconds + sum(["prepare", ...afterBuild].map((name) => milliseconds[name]!)) / 1000;
const tokensCounted = sum(
  [tokens.consultant, tokens.architect, tokens.critic].map(({ in: input, out }) => input + 5 * out),
);
const steps = Object.keys(MEASURED.units).filter((name) => name !== "heal");
const calls = [...steps.map((name) => [name, 1] as const), ...Object.entries(MEASURED.calls)];
const lambdaSeconds =
  (consultationMilliseconds + sum(calls.map(([name, count]) => count * milliseconds[name]!))) / 1000;
const relaySeconds = (MEASURED.calls.relay * milliseconds.relay!) / 1000;

/** `1.7 M`, `84,700`. */
const numberOf = (text: string) =>
  Number.parseFloat(text.replaceAll(",", "")) * (text.endsWith("M") ? 1e6 : 1);

describe("the scaling table", () => {
  it.each([
    ["slots of a tenant (Gantry)", (slots * DAY) / slotSeconds],
    ["Bedrock, tokens a minute of the large model", (1_000_000 * 1440) / tokensCounted],
    ["the same at 200,000, below which `doctor` warns", (200_000 * 1440) / tokensCounted],
    ["Lambda, concurrent executions, new account", (10 * DAY) / lambdaSeconds],
    ["Fargate, concurrent vCPUs, new account", ((6 / builder.vcpu) * DAY) / builder.firstSeconds],
    ["relay, one batch at a time in each shard (Gantry)", (4 * DAY) / relaySeconds],
    ["REST API, requests a second (Gantry)", (restRate * DAY) / MEASURED.restRequests],
    ["table, writes a second, new", (4000 * DAY) / amountOf("table.write")],
    ["Lambda, concurrent executions", (1000 * DAY) / lambdaSeconds],
    ["Step Functions, transitions a second", (800 * DAY) / amountOf("states.transition")],
    ["table, writes a second", (40_000 * DAY) / amountOf("table.write")],
    ["WebSocket, new sockets a second (Gantry)", socketRate * DAY],
  ])("states correctly when a limit applies: %s", (limit, missions) => {
    const [, , flat, peak] = rows.find(([name]) => name === limit) ?? [];
    expect(Math.abs(numberOf(flat!) / missions - 1)).toBeLessThan(0.02);
    expect(Math.abs(numberOf(peak!) / (missions / 10) - 1)).toBeLessThan(0.02);
  });

  it("is in the order in which the limits apply", () => {
    const flat = rows.filter(([limit]) => !limit!.startsWith("the same at")).map((row) => numberOf(row[2]!));
    expect(flat.length).toBeGreaterThan(10);
    expect(flat).toEqual(flat.toSorted((a, b) => a - b));
  });
});
