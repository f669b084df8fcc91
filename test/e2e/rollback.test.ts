import { execFile } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { type Client, logIn } from "./support/client.ts";
import { type Gantry, startGantry } from "./support/gantry.ts";
import {
  beginRollback,
  ended,
  evidenceOf,
  gateAt,
  type LiveProject,
  liveProject,
  promotionsOf,
} from "./support/rollbacks.ts";

/** A workflow that is data, from the request to its evidence; a person decides at its gate with the command. */

const run = promisify(execFile);
let folder: string;
let gantry: Gantry;
let client: Client;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "gantry-rollback-"));
  gantry = await startGantry({ REPLACE_FILE: join(folder, "replace.json") }, [
    "--import",
    "./test/e2e/support/replace-production.ts",
    "local/main.ts",
    "--json",
  ]);
  client = await logIn(gantry);
});
afterAll(async () => {
  await gantry?.stop();
  rmSync(folder, { recursive: true, force: true });
});

const command = (...args: string[]) =>
  run("node_modules/.bin/node", ["cli/main.ts", ...args], {
    env: {
      PATH: process.env.PATH,
      GANTRY_HOME: gantry.home,
      GANTRY_URL: gantry.origin,
      GANTRY_PASSWORD: gantry.password,
    },
  });

async function waiting(name: string): Promise<{ project: LiveProject; id: string; gate: any }> {
  const project = await liveProject(gantry, name);
  const id = await beginRollback(client, project);
  return { project, id, gate: await gateAt(client, id) };
}

describe("a rollback", () => {
  it("puts the earlier deployment back once it is approved, and its evidence is VALID", async () => {
    const { project, id, gate } = await waiting("approved");
    expect((await client.get("/gantry/gates?mine=true")).body.gates).toMatchObject([
      { gate_id: gate.gate_id },
    ]);
    expect(JSON.parse(gate.snapshot)).toMatchObject({
      project: "approved",
      live_deployment: project.live,
      earlier_deployment: project.earlier,
    });
    expect(promotionsOf(gantry, project)).toEqual([project.earlier, project.live]);

    const { stdout } = await command("approve", gate.gate_id, "-m", "The new one is broken.");
    expect(stdout).toContain("was approved");

    expect(await ended(client, id)).toMatchObject({ state: "COMPLETED", outcome: "succeeded", error: null });
    expect(promotionsOf(gantry, project)).toEqual([project.earlier, project.live, project.earlier]);
    const { zip, ...evidence } = await evidenceOf(gantry, client, id);
    expect(evidence).toMatchObject({ seals: 1, verdict: "VALID", reasons: [] });

    const [pack, key] = [join(folder, "pack.zip"), join(folder, "key.pem")];
    writeFileSync(pack, zip);
    writeFileSync(key, (await client.get("/gantry/evidence-key")).body);
    expect((await command("verify", pack, "--mission", id, "--key", key)).stdout).toContain("VALID");
  });

  it("changes nothing once it is rejected, and its evidence says who did", async () => {
    const { project, id, gate } = await waiting("rejected");
    await command("reject", gate.gate_id, "-m", "Not today.");
    expect(await ended(client, id)).toMatchObject({
      state: "TERMINATED",
      outcome: "rejected",
      error: { code: "Rejected", message: expect.stringContaining("rejected by owner") },
    });
    expect(promotionsOf(gantry, project)).toEqual([project.earlier, project.live]);
    expect((await client.get(`/gantry/gates/${gate.gate_id}`)).body.decision).toMatchObject({
      type: "REJECT",
      actor: "owner",
      justification: "Not today.",
    });
    expect(await evidenceOf(gantry, client, id)).toMatchObject({ seals: 1, verdict: "VALID", reasons: [] });
  });

  it("puts back what was live where another deployment goes live at the same time", async () => {
    const { project, id, gate } = await waiting("replaced");
    const { earlier, live, other } = project;
    writeFileSync(join(folder, "replace.json"), JSON.stringify({ from: earlier, to: other }));
    await command("approve", gate.gate_id, "-m", "The new one is broken.");
    const run = await ended(client, id);
    expect(run).toMatchObject({
      state: "TERMINATED",
      outcome: "failed",
      error: { message: "Production does not show the earlier deployment." },
    });
    expect(run.steps).toContainEqual(
      expect.objectContaining({ step: "switch", undo: true, state: "succeeded" }),
    );
    expect(promotionsOf(gantry, project)).toEqual([earlier, live, earlier, other, live]);
    expect(await evidenceOf(gantry, client, id)).toMatchObject({ seals: 1, verdict: "VALID", reasons: [] });
  });
});
