import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { createUidExecutor } from "#builder/sandboxes/uid.ts";
import { secondsWithin } from "#test/support/limits.ts";
import { itUnless, noRoot } from "#test/support/unless.ts";
import { build } from "../build.ts";
import { makeJob, STATIC_APP } from "../jobs.ts";
import { availableBackends } from "./backends.ts";
import { type Host, startHost } from "./host.ts";

const PROGRAM = readFileSync(join(import.meta.dirname, "probes.js"), "utf8");

let host: Host;
beforeEach(async () => {
  host = await startHost();
});
afterEach(() => host.close());

/** Runs all attacks as the audit of an app, and returns what they report. */
async function attack(executor: Parameters<typeof build>[1]) {
  const program = `const TARGETS = ${JSON.stringify(host.targets)};\n${PROGRAM}`;
  const files = [...STATIC_APP, { path: "test/probes.test.js", content: program }];
  const job = makeJob("http://127.0.0.1:1", {
    files,
    audit_command: "node --test test/probes.test.js",
    limits: { cpu_cores: 2, command_seconds: secondsWithin(60) },
  });
  let listenerSeen = false;
  const timer = setInterval(async () => {
    listenerSeen ||= await host.seesListener();
  }, 50);
  const { result, log } = await build(job, executor);
  clearInterval(timer);
  const line = /PROBES (\{.*\})/.exec(log)?.[1];
  if (line === undefined) throw new Error(`no report: ${result.reason}\n${log}`);
  const report = JSON.parse(line) as { tried: number; through: string[]; missing: string[] };
  return { result, report, listenerSeen };
}

describe.each(availableBackends())("attacks under $title", ({ executor }) => {
  it("all fail, while everything that an honest app needs still works", async () => {
    const { result, report, listenerSeen } = await attack(executor);
    expect(report.through).toEqual([]);
    expect(report.missing).toEqual([]);
    expect(report.tried).toBeGreaterThanOrEqual(48);
    expect(host.reached).toEqual([]);
    expect(host.victimLives()).toBe(true);
    expect(listenerSeen).toBe(false);
    expect(result.steps.at(-1)).toMatchObject({ exit_code: 0, tests: { ended: "finished", passed: 1 } });
  });
});

/** What the kernel of a Fargate task leaves to its network rules, or to the task being used once. */
const LEFT_TO_THE_TASK = [
  "list the home folders",
  "list the host's temporary folder",
  "list /etc of the host",
  "write to /var/tmp",
  "write to an open folder of the host",
  "reach the host's loopback",
  "reach the host's own address",
  "send a datagram out",
  "reach an abstract socket",
  "reach a socket by path",
  "reach 169.254.170.2",
  "reach 169.254.169.254",
  "leave through /proc/<pid>/root",
  "see the host's network interfaces",
];

describe("attacks under uid where namespaces cannot be made, as inside Fargate", () => {
  itUnless(noRoot)("reach nothing outside the task", async () => {
    const { report } = await attack(createUidExecutor({ cgroup: false, namespaces: false }));
    expect(report.through.filter((name) => !LEFT_TO_THE_TASK.includes(name))).toEqual([]);
    // The same program does get through where nothing stops it: the attacks are real.
    expect(report.through).toEqual(expect.arrayContaining(LEFT_TO_THE_TASK.slice(1, 6)));
    expect(host.victimLives()).toBe(true);
  });
});
