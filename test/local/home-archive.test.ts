import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "@jest/globals";
import { RUNNING_FILE } from "#core/operations/running.ts";
import { openHome } from "#local/home/open-home.ts";
import { until } from "#test/support/limits.ts";

const PROGRAM = fileURLToPath(new URL("../../local/home-archive.ts", import.meta.url));

let dir: string;
let home: string;
let server: Server;
beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "gantry-archive-"));
  home = join(dir, "home");
  await openHome(home, () => {});
  server = createServer((_, res) => res.write("half of a backup"));
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  rmSync(dir, { recursive: true });
});

describe("a backup that is interrupted", () => {
  it.each(["SIGINT", "SIGTERM"] as const)("by %s leaves no file behind", async (signal) => {
    await once(server.listen(0, "127.0.0.1"), "listening");
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const running = { pid: process.pid, origin, started_at: new Date().toISOString() };
    writeFileSync(join(home, RUNNING_FILE), JSON.stringify(running));

    const child = spawn(process.execPath, [PROGRAM, "backup", home, join(dir, "backup")]);
    await until(() => existsSync(join(dir, "backup.partial")));
    child.kill(signal);
    await once(child, "exit");
    expect(readdirSync(dir)).toEqual(["home"]);
  });
});
