import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { gantry } from "#test/cli/scripted-api.ts";

let home = "";
let holder: Server;
let port = 0;

beforeEach(async () => {
  home = mkdtempSync(join(tmpdir(), "gantry-cli-"));
  holder = createServer((_, res) => res.end("something else"));
  await new Promise<void>((resolve) => holder.listen(0, "127.0.0.1", resolve));
  port = (holder.address() as AddressInfo).port;
});

afterEach(() => {
  holder.close();
  rmSync(home, { recursive: true, force: true });
});

/** The environment of a person with a home and a port of their own, and no password but the generated one. */
function environment(): Record<string, string> {
  const { GANTRY_URL: _, ...rest } = process.env as Record<string, string>;
  return { ...rest, GANTRY_HOME: home, PORT: String(port), GANTRY_PASSWORD: undefined as never };
}

describe("a command where no Gantry is running", () => {
  it("starts one, uses it with its generated password, and prints how to stop it", async () => {
    await new Promise((resolve) => holder.close(resolve));
    const { exit, stdout, stderr } = await gantry(["build", "a compiler", "--yes"], { env: environment() });
    const { pid } = JSON.parse(readFileSync(join(home, "running.json"), "utf8")) as { pid: number };
    try {
      expect(stderr).toBe("");
      expect(stdout).toContain("Stop it with: gantry stop");
      expect(stdout).toContain(`Gantry is now running at http://127.0.0.1:${port}`);
      expect(stdout).toContain("I cannot build “compiler”");
      expect(exit).toBe(1);
      expect(stdout).not.toContain(readFileSync(join(home, "password"), "utf8").trim());
      const again = await gantry(["build", "a compiler", "--yes"], { env: environment() });
      expect(again.stdout).not.toContain("starting it");
    } finally {
      await stop(pid);
    }
  });

  it("starts only one together with other commands, and prints the same in each", async () => {
    await new Promise((resolve) => holder.close(resolve));
    const ran = await Promise.all(
      Array.from({ length: 4 }, () => gantry(["build", "a compiler", "--yes"], { env: environment() })),
    );
    const { pid } = JSON.parse(readFileSync(join(home, "running.json"), "utf8")) as { pid: number };
    try {
      for (const { stdout, stderr } of ran) {
        expect(stderr).toBe("");
        expect(stdout).toContain("starting it ...");
        expect(stdout).toContain(`Gantry is now running at http://127.0.0.1:${port}.`);
      }
    } finally {
      await stop(pid);
    }
  });

  it("prints why the start failed", async () => {
    const { exit, stdout, stderr } = await gantry(["build", "x", "--yes"], { env: environment() });
    expect(exit).toBe(1);
    expect(stdout).toContain(`Gantry is not running at http://127.0.0.1:${port}; starting it`);
    expect(stderr).toContain("Gantry did not start. The process exited with 1.");
    expect(stderr).toContain("is in use");
  });

  it("starts none for an address of another machine", async () => {
    const env = { GANTRY_URL: "http://gantry.invalid:1" };
    const { exit, stderr } = await gantry(["build", "x", "--yes"], { env });
    expect(exit).toBe(1);
    expect(stderr).toContain("No Gantry service responds at http://gantry.invalid:1.");
  });
});

/** Ends the process and waits until it has gone. */
async function stop(pid: number): Promise<void> {
  process.kill(pid, "SIGTERM");
  for (;;) {
    try {
      process.kill(pid, 0);
    } catch {
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
