import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { checkDisk, diskCheck } from "#cli/health/disk.ts";
import { clockCheck } from "#cli/health/registry.ts";
import { examineMachine } from "#local/machine.ts";
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
  const { exit, stdout } = await gantry(["doctor", "--json"], {
    env: { GANTRY_URL: url, GANTRY_REGISTRY: url },
  });
  const { ok, checks } = JSON.parse(stdout) as { ok: boolean; checks: Check[] };
  expect(ok).toBe(exit === 0);
  expect(exit === 1).toBe(checks.some(({ state }) => state === "fail"));
  for (const { state, fix } of checks) if (state === "fail") expect(fix).toBeTruthy();
  return { exit, checks: Object.fromEntries(checks.map((check) => [check.name, check])) };
}

describe("gantry doctor", () => {
  it("checks this machine and the service", async () => {
    const api = await scriptedApi({});
    open.push(api);
    const { checks } = await examine(api.url);
    expect(Object.keys(checks).sort()).toEqual([
      ...["browser", "clock", "disk", "docker", "functions", "git", "node"],
      ...["policy", "public", "ready", "registry", "sandbox", "service"],
    ]);
    expect(checks.policy).toMatchObject({ state: "ok" });
    expect(checks.registry).toMatchObject({ state: "ok", detail: api.url });
    expect(checks.clock).toMatchObject({ state: "ok" });
    expect(checks.disk?.detail).toMatch(/^\d+\.\d GB free for /);
    expect(checks.service).toMatchObject({ state: "ok" });
    expect(checks.ready?.detail).toBe("database");
    expect(checks.sandbox).toMatchObject(
      checks.sandbox?.state === "ok"
        ? { detail: expect.stringMatching(/^(bwrap|uid|srt)\b/) }
        : { fix: expect.any(String) },
    );
  });

  it("names the dependencies that the service cannot reach", async () => {
    const api = await scriptedApi({
      "GET /ready": { status: 503, body: { ready: false, checks: { database: true, signing_key: false } } },
    });
    open.push(api);
    const { exit, checks } = await examine(api.url);
    expect(exit).toBe(1);
    expect(checks.signing_key).toMatchObject({ state: "fail" });
    expect(checks.ready).toBeUndefined();
  });

  it("distinguishes a port in use by another program from a free one", async () => {
    const holder = createServer((socket) => socket.destroy());
    open.push(holder);
    await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
    const { port } = holder.address() as AddressInfo;
    const taken = await examine(`http://127.0.0.1:${port}`);
    expect(taken.checks.service).toMatchObject({ state: "fail", fix: `PORT=${port + 1} gantry start` });
    await new Promise((resolve) => holder.close(resolve));
    const free = await examine(`http://127.0.0.1:${port}`);
    expect(free.checks.service).toMatchObject({
      state: "ok",
      detail: expect.stringContaining("gantry start"),
    });
  });

  it("prints the same about this machine as the start does", async () => {
    const api = await scriptedApi({});
    open.push(api);
    const { checks } = await examine(api.url);
    for (const check of await examineMachine(process.cwd())) expect(checks[check.name]).toEqual(check);
  });

  it("shows the registry without the credentials in its address", async () => {
    const api = await scriptedApi({});
    open.push(api);
    const env = { GANTRY_URL: api.url, GANTRY_REGISTRY: api.url.replace("//", "//user:secret@") };
    const { checks } = JSON.parse((await gantry(["doctor", "--json"], { env })).stdout);
    const found = checks.find(({ name }: Check) => name === "registry");
    expect(found).toEqual({ name: "registry", state: "ok", detail: api.url });
  });

  it("warns about a registry that does not reply, and does not fail because of a warning", async () => {
    const api = await scriptedApi({});
    open.push(api);
    const env = { GANTRY_URL: api.url, GANTRY_REGISTRY: "http://127.0.0.1:9" };
    const { stdout } = await gantry(["doctor"], { env });
    expect(stdout).toMatch(
      /^warn {2}registry {3}http:\/\/127\.0\.0\.1:9 does not respond: .*\n {17}To fix it: check the network/m,
    );
    expect(stdout).toMatch(/^ok {4}clock {6}not compared/m);
    const { ok, checks } = JSON.parse((await gantry(["doctor", "--json"], { env })).stdout);
    expect(ok).toBe(checks.every(({ state }: Check) => state !== "fail"));
  });
});

describe("the check of the disk", () => {
  const check = (bytes: number, writable = true) => diskCheck({ home: "/home/ada/.gantry", bytes, writable });

  it.each([
    [5e9, "ok", "5.0 GB free for /home/ada/.gantry"],
    [1.5e9, "warn", "only 1.5 GB free for /home/ada/.gantry"],
    [1e8, "fail", "only 0.1 GB free for /home/ada/.gantry"],
  ])("with %d bytes is %s", (bytes, state, detail) => {
    expect(check(bytes)).toMatchObject({ state, detail });
    expect(check(bytes).fix === undefined).toBe(state === "ok");
  });

  it("fails where a file is in place of the folder or of a parent", async () => {
    for (const home of [import.meta.filename, `${import.meta.filename}/below`])
      expect(await checkDisk({ home })).toMatchObject({ state: "fail", detail: `${home} cannot be written` });
  });

  it("fails where the folder is not writable", () => {
    expect(check(5e9, false)).toMatchObject({ state: "fail", fix: expect.stringContaining("GANTRY_HOME") });
  });
});

describe("the check of the clock", () => {
  it.each([
    [59_000, "ok", "matches"],
    [-59_000, "ok", "matches"],
    [Number.NaN, "ok", "not compared"],
    [600_000, "warn", "10 min behind"],
    [-7_200_000, "warn", "120 min ahead of"],
  ])("with a difference of %d ms is %s", (skew, state, words) => {
    expect(clockCheck(skew)).toMatchObject({ state, detail: expect.stringContaining(words) });
  });
});
