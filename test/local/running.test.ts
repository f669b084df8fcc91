import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { portHolder } from "#local/port-holder.ts";
import { recordRunning } from "#local/running.ts";
import { freePort } from "#test/support/free-port.ts";

let home = "";
let port = 0;
const ended: (() => Promise<void>)[] = [];

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "gantry-running-"));
  port = await freePort();
});

afterEach(async () => {
  for (const end of ended.splice(0)) await end();
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

const record = () => join(home, "running.json");

describe("a start of Gantry", () => {
  it("records the process until it ends, and a second start names it and exits with 0", async () => {
    const first = start({});
    await first.says("Gantry is ready at");
    expect(JSON.parse(readFileSync(record(), "utf8"))).toMatchObject({
      pid: first.pid,
      origin: `http://127.0.0.1:${port}`,
    });
    const second = start({});
    expect(await second.exit).toBe(0);
    expect(second.output()).toBe(
      `Gantry is already running at http://127.0.0.1:${port} (process ${first.pid}).\n`,
    );

    const elsewhere = start({ PORT: String(await freePort()) });
    expect(await elsewhere.exit).toBe(1);
    expect(elsewhere.output()).toContain(`(process ${first.pid}) with the data in ${home}`);

    first.kill("SIGTERM");
    await first.exit;
    expect(existsSync(record())).toBe(false);
  });

  it("names the program that holds the port", async () => {
    const holder = await listen(port);
    const { exit, output } = start({});
    expect(await exit).toBe(1);
    expect(output()).toContain(`gantry: port ${port} on 127.0.0.1 is in use by node (process ${holder.pid})`);
    expect(output()).toContain(`PORT=${port + 1}`);
    expect(existsSync(record())).toBe(false);
  });
});

describe("the record of a Gantry", () => {
  it.each([
    ["of a process that is gone", () => ({ pid: 2 ** 22 + 7, origin: `http://127.0.0.1:${port}` })],
    [
      "of a process with the same id in an earlier container",
      () => ({ pid: process.pid, origin: "http://127.0.0.1:1" }),
    ],
    [
      "whose id is another program's by now",
      () => ({ pid: process.ppid, origin: `http://127.0.0.1:${port}` }),
    ],
    ["that is none", () => "{"],
  ])("%s is ignored", async (_, left) => {
    const content = left();
    const started_at = "2026-01-01T00:00:00.000Z";
    writeFileSync(
      record(),
      typeof content === "string" ? content : JSON.stringify({ ...content, started_at }),
    );
    expect((await recordRunning(home, { origin: `http://127.0.0.1:${port}` })).other).toBeUndefined();
    expect(JSON.parse(readFileSync(record(), "utf8"))).toMatchObject({ pid: process.pid });
  });
});

describe("the holder of a port", () => {
  it("is the process that listens on it, or none", async () => {
    expect(await portHolder(port)).toBeUndefined();
    const holder = await listen(port);
    expect(await portHolder(port)).toEqual({ pid: holder.pid, name: "node" });
  });
});

/** Another program that listens on the port. */
async function listen(at: number): Promise<{ pid: number }> {
  const program = `require("node:net").createServer().listen(${at}, "127.0.0.1", () => console.log("listening"))`;
  const child = spawned(["-e", program], process.env);
  await child.says("listening");
  return { pid: child.pid };
}

function start(env: Record<string, string>) {
  const { GANTRY_URL: _, ...rest } = process.env;
  return spawned(["local/main.ts"], { ...rest, GANTRY_HOME: home, PORT: String(port), ...env });
}

function spawned(args: readonly string[], env: NodeJS.ProcessEnv) {
  const child: ChildProcess = spawn(process.execPath, [...args], { env, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  const exit = new Promise<number | null>((resolve) => child.once("close", (code) => resolve(code)));
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (part: Buffer) => (output += part));
  ended.push(async () => {
    child.kill("SIGKILL");
    await exit;
  });
  return {
    pid: child.pid as number,
    exit,
    output: () => output,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    async says(text: string) {
      const gone = exit.then(() => "gone");
      while (!output.includes(text)) {
        const tick = new Promise((resolve) => setTimeout(resolve, 50));
        if ((await Promise.race([gone, tick])) === "gone")
          throw new Error(`ended before '${text}':\n${output}`);
      }
    },
  };
}
