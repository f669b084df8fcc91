import { type ChildProcess, fork } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { readJournal } from "#local-cloud/durable/journal.ts";
import { type Bus, type BusOptions, createBus } from "#local-cloud/eventbridge/bus.ts";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import { rateOf } from "#local-cloud/eventbridge/schedule.ts";
import { until } from "#test/support/limits.ts";
import { sampleEvent } from "./sample-event.ts";

let dir: string;
let bus: Bus | undefined;
let child: ChildProcess | undefined;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "gantry-bus-"));
});

afterEach(async () => {
  child?.kill("SIGKILL");
  await bus?.close();
  bus = undefined;
  rmSync(dir, { recursive: true, force: true });
});

describe("an event bus", () => {
  it("delivers an event to each target of each matching rule", async () => {
    const taken: string[] = [];
    const target = (name: string) => async (event: EventBridgeEvent) =>
      void taken.push(`${name} ${event.detail.n}`);
    open({
      rules: [
        { name: "even", pattern: { detail: { even: [true] } }, targets: ["a", "b"] },
        { name: "all", pattern: { source: ["test"] }, targets: ["c"] },
      ],
      targets: { a: target("a"), b: target("b"), c: target("c") },
    });
    for (const n of [1, 2]) bus?.put(sampleEvent({ n, even: n % 2 === 0 }));
    await until(() => taken.length === 4);
    expect(taken.sort()).toEqual(["a 2", "b 2", "c 1", "c 2"]);
  });

  it("retries only the failing target", async () => {
    const taken: string[] = [];
    let failures = 2;
    open({
      rules: [{ name: "all", pattern: { source: ["test"] }, targets: ["flaky", "steady"] }],
      targets: {
        flaky: async () => {
          if (failures-- > 0) throw new Error("not yet");
          taken.push("flaky");
        },
        steady: async () => void taken.push("steady"),
      },
    });
    bus?.put(sampleEvent({}));
    await until(() => taken.includes("flaky"));
    expect(taken).toEqual(["steady", "flaky"]);
  });

  it("turns an event that was not delivered for a day into a dead letter", async () => {
    let now = 0;
    open({
      now: () => now,
      rules: [{ name: "all", pattern: { source: ["test"] }, targets: ["broken"] }],
      targets: {
        broken: async () => {
          now += 25 * 3600 * 1000;
          throw new Error("broken for good");
        },
      },
    });
    bus?.put(sampleEvent({ n: 7 }));
    const letters = () => readJournal<object>(join(dir, "dead-letters.jsonl"), "");
    await until(() => letters().length === 1);
    expect(letters()[0]).toMatchObject({
      event: { detail: { n: 7 } },
      target: "broken",
      reason: "Error: broken for good",
    });
    await reopen(async () => {
      throw new Error("delivered a dead letter");
    });
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(letters()).toHaveLength(1);
  });

  it("delivers after a restart what was not delivered before", async () => {
    open({
      rules: [{ name: "all", pattern: { source: ["test"] }, targets: ["sink"] }],
      targets: { sink: () => new Promise(() => {}) },
    });
    bus?.put(sampleEvent({ n: 1 }));
    const taken: unknown[] = [];
    await reopen(async (event) => void taken.push(event.detail.n));
    await until(() => taken.length > 0);
    expect(taken).toEqual([1]);
    await reopen(async (event) => void taken.push(event.detail.n));
    await new Promise((resolve) => setTimeout(resolve, 30));
    expect(taken).toEqual([1]);
  });

  it("loses nothing after kill -9, and repeats nothing that was finished", async () => {
    child = fork(new URL("crash-child.ts", import.meta.url).pathname, [dir], { execArgv: [] });
    await new Promise((resolve) => child?.once("message", resolve));
    const file = join(dir, "taken");
    const takenBefore = () =>
      existsSync(file) ? readFileSync(file, "utf8").split("\n").filter(Boolean).map(Number) : [];
    await until(() => takenBefore().length === 50);
    child.kill("SIGKILL");
    await new Promise((resolve) => child?.once("exit", resolve));
    const after: number[] = [];
    await reopen(async (event) => void after.push(Number(event.detail.n)));
    await until(() => after.length >= 50);
    expect(new Set([...takenBefore(), ...after]).size).toBe(100);
    const again = after.filter((n) => n % 2 === 0);
    // Whatever was in the hands of a target at the very moment may come twice.
    expect(again.length).toBeLessThanOrEqual(1);
  });

  it("sends a scheduled rule's event at its rate, only to its own targets", async () => {
    const taken: [string, EventBridgeEvent][] = [];
    const clocks: { ms: number; act: () => void; stopped: boolean }[] = [];
    open({
      now: () => Date.UTC(2026, 0, 1, 0, 10),
      every(ms, act) {
        const clock = { ms, act, stopped: false };
        clocks.push(clock);
        return () => {
          clock.stopped = true;
        };
      },
      rules: [
        { name: "sweep", schedule: "rate(10 minutes)", targets: ["sweep"] },
        { name: "aws", pattern: { source: ["aws.events"] }, targets: ["other"] },
      ],
      targets: {
        sweep: async (event) => void taken.push(["sweep", event]),
        other: async (event) => void taken.push(["other", event]),
      },
    });
    expect(clocks.map(({ ms }) => ms)).toEqual([600_000]);
    clocks[0]?.act();
    await until(() => taken.length > 0);
    expect(taken).toEqual([
      [
        "sweep",
        {
          version: "0",
          id: expect.stringMatching(/^[0-9a-f-]{36}$/),
          "detail-type": "Scheduled Event",
          source: "aws.events",
          account: "000000000000",
          time: "2026-01-01T00:10:00Z",
          region: "us-east-1",
          resources: ["arn:aws:events:us-east-1:000000000000:rule/sweep"],
          detail: {},
        },
      ],
    ]);
    await bus?.close();
    expect(clocks[0]?.stopped).toBe(true);
  });

  it.each([
    ["rate(1 minute)", 60_000],
    ["rate(5 minutes)", 300_000],
    ["rate(2 hours)", 7_200_000],
    ["rate(1 day)", 86_400_000],
  ])("interprets %s as AWS does", (schedule, ms) => expect(rateOf(schedule)).toBe(ms));

  it.each(["rate(1 minutes)", "rate(5 minute)", "rate(0 minutes)", "rate(5 seconds)", "cron(0 * * * ? *)"])(
    "refuses %s",
    (schedule) => expect(() => rateOf(schedule)).toThrow(/ScheduleExpression/),
  );

  it("keeps its journal small", async () => {
    let taken = 0;
    open({
      rules: [{ name: "all", pattern: { source: ["test"] }, targets: ["sink"] }],
      targets: { sink: async () => void taken++ },
    });
    for (let round = 1; round <= 15; round++) {
      for (let n = 0; n < 100; n++) bus?.put(sampleEvent({ n }));
      await until(() => taken === round * 100);
    }
    const lines = readFileSync(join(dir, "deliveries.jsonl"), "utf8").split("\n").length;
    expect(lines).toBeLessThan(2000);
  });

  it("refuses a rule with an unknown operator or target when it is created", () => {
    const targets = { sink: async () => {} };
    const rule = { name: "r", pattern: { a: [{ like: "x" }] }, targets: ["sink"] };
    expect(() => createBus({ dir, targets, rules: [rule] })).toThrow(/like/);
    const lost = { name: "r", pattern: { a: ["x"] }, targets: ["nowhere"] };
    expect(() => createBus({ dir, targets, rules: [lost] })).toThrow(/nowhere/);
  });
});

function open(options: Omit<BusOptions, "dir">): void {
  bus = createBus({ dir, ...options });
}

async function reopen(sink: (event: EventBridgeEvent) => Promise<void>): Promise<void> {
  await bus?.close();
  open({
    rules: [{ name: "all", pattern: { source: ["test"] }, targets: ["sink"] }],
    targets: { sink, broken: sink },
  });
}
