import { execFile } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { patientPolicy } from "#test/e2e/support/patient-policy.ts";
import { freePort } from "#test/support/free-port.ts";

const ROOT = join(import.meta.dirname, "../../..");
const run = promisify(execFile);

let folder = "";
let env: Record<string, string> = {};

/** The tarball in an empty prefix, on the Node that the machine has, with a home and a port of its own. */
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-install-"));
  const path = systemPath();
  const npm = { cwd: ROOT, env: { ...process.env, PATH: path, npm_config_loglevel: "error" } };
  await run("npm", ["pack", "--pack-destination", folder], npm);
  const [tarball = ""] = readdirSync(folder);
  const prefix = join(folder, "prefix");
  const install = ["install", "--global", "--prefix", prefix, "--no-audit", "--no-fund", "--prefer-offline"];
  await run("npm", [...install, join(folder, tarball)], npm);
  env = {
    PATH: [join(prefix, "bin"), path].join(delimiter),
    HOME: join(folder, "home"),
    PORT: String(await freePort()),
    GANTRY_POLICY: patientPolicy(folder),
  };
});

afterAll(async () => {
  await gantry("stop").catch(() => {});
  rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 500 });
});

describe("an installed package", () => {
  it("builds an app from a sentence, seals evidence that it verifies, and stops", async () => {
    expect((await gantry("start")).stdout).toContain(`Gantry is ready at http://127.0.0.1:${env.PORT}`);
    const built = await gantry("build", "Build me a landing page for a bakery", "--yes", "--json");
    const { mission_id, status } = JSON.parse(built.stdout);
    expect(status).toBe("DEPLOYED");
    const pack = join(folder, "pack.zip");
    await gantry("evidence", "latest", "-o", pack);
    expect((await gantry("verify", pack, "--mission", mission_id)).stdout).toMatch(/^VALID\n/);
    expect(existsSync(join(folder, "home/.gantry/running.json"))).toBe(true);
    expect((await gantry("stop")).stdout).toContain("has stopped.");
  });
});

function gantry(...argv: string[]) {
  return run("gantry", argv, { env, cwd: folder });
}

/** Without this checkout's own programs, so that `node` is the machine's. */
function systemPath(): string {
  const own = realpathSync(ROOT);
  return (process.env.PATH ?? "")
    .split(delimiter)
    .filter((path) => !path.startsWith(own))
    .join(delimiter);
}
