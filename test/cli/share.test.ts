import { describe, expect, it } from "@jest/globals";
import { gantry, problem, scriptedApis } from "#test/cli/scripted-api.ts";
import { MISSION } from "#test/support/evidence.ts";

const start = scriptedApis();
const PATH = `/gantry/missions/${MISSION}/share`;
const ON = { mission_id: MISSION, shared: true, evidence: false };

describe("gantry share", () => {
  it("prints the link once, at the address of the service", async () => {
    const { env, asked, url } = await start({ [`POST ${PATH}`]: { body: { ...ON, link: "/shared#tok" } } });
    const { exit, stdout } = await gantry(["share", MISSION], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain(`${url}/shared#tok`);
    expect(stdout).toContain("The evidence pack is not shared");
    expect(asked.find(({ path }) => path === PATH)?.body).toEqual({ evidence: false });
  });

  it("says how to get another link where the mission is shared already", async () => {
    const { env, asked } = await start({ [`POST ${PATH}`]: { body: { ...ON, evidence: true, link: null } } });
    const { exit, stdout } = await gantry(["share", MISSION, "--evidence"], { env });
    expect(exit).toBe(0);
    expect(stdout).toContain("--revoke");
    expect(stdout).toContain("The evidence pack can be downloaded");
    expect(asked.find(({ path }) => path === PATH)?.body).toEqual({ evidence: true });
  });

  it("revokes the link", async () => {
    const off = { mission_id: MISSION, shared: false, evidence: false };
    const { env } = await start({ [`DELETE ${PATH}`]: { body: off } });
    const { exit, stdout } = await gantry(["share", MISSION, "--revoke", "--json"], { env });
    expect([exit, JSON.parse(stdout)]).toEqual([0, off]);
  });

  it("refuses to share and revoke at once, and asks the service for nothing", async () => {
    const { env, asked } = await start();
    const { exit, stderr } = await gantry(["share", MISSION, "--revoke", "--evidence"], { env });
    expect([exit, asked]).toEqual([1, []]);
    expect(stderr).toContain("exclude each other");
  });

  it("passes on why it is refused", async () => {
    const { env } = await start({ [`POST ${PATH}`]: problem(403, "Forbidden", "Your role, viewer, …") });
    const { exit, stderr } = await gantry(["share", MISSION], { env });
    expect(exit).not.toBe(0);
    expect(stderr).toContain("Your role, viewer");
  });
});
