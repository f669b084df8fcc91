import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { freePort } from "#test/support/free-port.ts";

let home = "";
let child: ChildProcess | undefined;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), "gantry-start-"));
});
afterEach(async () => {
  if (child?.exitCode === null && child.signalCode === null) {
    const gone = new Promise((resolve) => child?.once("close", resolve));
    child.kill("SIGKILL");
    await gone;
  }
  rmSync(home, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
});

/** The service as `npm start` runs it, until the text has been printed. */
async function start(args: readonly string[], until: string, env: Record<string, string> = {}) {
  const { GANTRY_URL: _, GANTRY_PASSWORD: __, ...rest } = process.env;
  const port = await freePort();
  const started = spawn(process.execPath, ["local/main.ts", ...args], {
    env: { ...rest, GANTRY_HOME: home, PORT: String(port), ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  child = started;
  let output = "";
  await new Promise<void>((resolve, reject) => {
    for (const stream of [started.stdout, started.stderr])
      stream.on("data", (part: Buffer) => {
        output += part;
        if (output.includes(until)) resolve();
      });
    started.once("exit", (code) => reject(new Error(`ended with ${code}:\n${output}`)));
  });
  return { origin: `http://127.0.0.1:${port}`, output: () => output };
}

describe("npm start", () => {
  it("reports that the address to listen on belongs to another machine", async () => {
    // Of TEST-NET-1, which no machine has (RFC 5737).
    await expect(start([], "ready", { HOST: "192.0.2.1" })).rejects.toThrow(
      "gantry: HOST: 192.0.2.1 is not an address of this machine\n",
    );
  });

  it("ends its output with address and password, and requests do not scroll them away", async () => {
    const { origin, output } = await start([], "Log: ");
    const password = readFileSync(join(home, "password"), "utf8").trim();
    const file = join(home, "logs/gantry.log");
    const block = `Gantry is ready at ${origin}\nPassword: ${password}\nData: ${home}\nLog: ${file}\n`;
    expect(output()).toContain(block);
    expect(readFileSync(join(home, "github-token"), "utf8")).toMatch(/^[\w-]{43}\n$/);
    for (let request = 0; request < 3; request++) await fetch(`${origin}/health`);
    expect(output().trimEnd()).toBe(output().slice(0, output().indexOf(block) + block.length - 1));
    expect(output()).not.toContain("\x1b");
    const log = readFileSync(file, "utf8");
    expect(log.match(/"request answered"/g)).toHaveLength(3);
    for (const line of log.trimEnd().split("\n")) expect(JSON.parse(line)).toHaveProperty("timestamp");
    expect(log).not.toContain(password);
    expect((statSync(file).mode & 0o777).toString(8)).toBe("600");
  });

  it("prints the log as JSON with --json, without the password", async () => {
    const { origin, output } = await start(["--json"], '"ready"');
    await fetch(`${origin}/health`);
    const lines = output().trimEnd().split("\n");
    expect(lines.map((line) => JSON.parse(line))).toContainEqual(
      expect.objectContaining({ level: "INFO", message: "ready", origin, home }),
    );
    expect(output()).not.toContain(readFileSync(join(home, "password"), "utf8").trim());
  });

  it("refuses an unknown option", async () => {
    await expect(start(["--jsn"], "never")).rejects.toThrow(/ended with 1:\ngantry: Unknown option '--jsn'/);
  });
});
