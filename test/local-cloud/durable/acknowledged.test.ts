import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describe, expect, it } from "@jest/globals";
import type { Trace } from "./trace-files.ts";

const HOOK = fileURLToPath(new URL("./trace-files.ts", import.meta.url));
const SERVICES = fileURLToPath(new URL("./traced-services.ts", import.meta.url));

/** These go on working beside the request, so only the file that it changed first is about the request alone. */
const WORKING = ["states", "ecs"];

function ofRequest(service: string, trace: readonly Trace[]): readonly Trace[] {
  if (!WORKING.includes(service)) return trace;
  const first = trace.findIndex(({ op }) => op === "write");
  const synced = trace.findIndex(
    ({ op, path }, index) => index > first && op === "sync" && path === trace[first]?.path,
  );
  return [...trace.slice(first, first + 1), ...trace.slice(synced, synced + 1)];
}

/** What is not on the disk at the end of a trace: bytes that no sync followed, names whose folder none followed. */
function unsynced(trace: readonly Trace[]): string[] {
  const left = new Set<string>();
  for (const { op, path } of trace)
    if (op === "sync") left.delete(path);
    else left.add(path);
  return [...left].filter((path) => !path.endsWith(".lock"));
}

describe("a change that a service of the local cloud has acknowledged", () => {
  it("is on disk before the reply, for every service", async () => {
    const { stdout } = await promisify(execFile)(process.execPath, ["--import", HOOK, SERVICES], {
      maxBuffer: 64 * 1024 * 1024,
    });
    const changes: { service: string; change: string; trace: Trace[] }[] = JSON.parse(stdout);
    const seen = changes.map(({ service, change, trace }) => ({
      change: `${service}: ${change}`,
      writes: ofRequest(service, trace).some(({ op }) => op === "write"),
      unsynced: unsynced(ofRequest(service, trace)),
    }));
    expect(seen).toEqual(seen.map(({ change }) => ({ change, writes: true, unsynced: [] })));
    expect([...new Set(changes.map(({ service }) => service))]).toEqual([
      ...["kms", "ssm", "s3", "states", "ecs", "eventbridge", "github", "vercel", "home"],
    ]);
  });
});
