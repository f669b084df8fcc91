import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { gantry, scriptedApi } from "#test/cli/scripted-api.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((server) => server.close()));
});

interface Check {
  name: string;
  state: string;
  detail: string;
  fix?: string;
}

async function examine(url: string): Promise<{ exit: number; checks: Record<string, Check> }> {
  const { exit, stdout } = await gantry(["doctor", "--json"], { env: { GANTRY_URL: url } });
  const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: Check[] };
  expect(ok).toBe(exit === 0);
  expect(exit === 1).toBe(checks.some(({ state }) => state === "missing"));
  for (const { state, fix } of checks) if (state === "missing") expect(fix).toBeTruthy();
  return { exit, checks: Object.fromEntries(checks.map((check) => [check.name, check])) };
}

describe("gantry doctor", () => {
  it("looks at this machine and at a service that answers", async () => {
    const api = await scriptedApi({});
    open.push(api);
    const { checks } = await examine(api.url);
    expect(Object.keys(checks).sort()).toEqual(
      ["browser", "docker", "git", "node", "policy", "ready", "sandbox", "service"].sort(),
    );
    expect(checks.policy).toMatchObject({ state: "ok" });
    expect(checks.service).toMatchObject({ state: "ok" });
    expect(checks.ready?.detail).toBe("database");
    expect(checks.sandbox).toMatchObject(
      checks.sandbox?.state === "ok"
        ? { detail: expect.stringMatching(/^(bwrap|uid|srt)\b/) }
        : { fix: expect.any(String) },
    );
  });

  it("names what the service does not reach", async () => {
    const api = await scriptedApi({
      "GET /ready": { status: 503, body: { ready: false, checks: { database: true, signing_key: false } } },
    });
    open.push(api);
    const { exit, checks } = await examine(api.url);
    expect(exit).toBe(1);
    expect(checks.signing_key).toMatchObject({ state: "missing" });
    expect(checks.ready).toBeUndefined();
  });

  it("tells a port that something else holds from one that is free", async () => {
    const holder = createServer((socket) => socket.destroy());
    open.push(holder);
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const { port } = holder.address() as AddressInfo;
    const taken = await examine(`http://127.0.0.1:${port}`);
    expect(taken.checks.service).toMatchObject({ state: "missing", fix: `PORT=${port + 1} gantry start` });
    await new Promise((resolve) => holder.close(resolve));
    const free = await examine(`http://127.0.0.1:${port}`);
    expect(free.checks.service).toMatchObject({ state: "optional", fix: "gantry start" });
  });
});
