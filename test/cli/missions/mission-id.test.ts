import { afterEach, describe, expect, it } from "@jest/globals";
import { shown } from "#test/cli/missions.ts";
import { gantry, problem, type Script, scriptedApi } from "#test/cli/scripted-api.ts";

const IDS = ["m_1m7yyzgp5ryczf7zda1d3d887", "m_1m7yyzgp5abcdefghjkmnpqrs", "m_1m7yvxhm44y718dny4vewcmxh"];

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((api) => api.close()));
});

async function status(word: string, script: Script = {}) {
  const api = await scriptedApi({
    // Two pages, as of a long list: the second holds the oldest mission.
    "GET /gantry/search": ({ path }) => {
      const { searchParams } = new URL(path, "http://x");
      const ids = searchParams.has("cursor") ? IDS.slice(2) : IDS.slice(0, 2);
      const missions = ids
        .filter((id) => id.includes(searchParams.get("q") ?? ""))
        .map((mission_id) => ({ ...shown(), mission_id }));
      const next_cursor = searchParams.has("cursor") ? null : "page-2";
      return { body: { missions, next_cursor, searched: { missions: 10_000, fields: ["mission_id"] } } };
    },
    "GET /gantry/latest": { body: { ...shown(), mission_id: IDS[0] } },
    ...Object.fromEntries(
      IDS.map((mission_id) => [`GET /gantry/status/${mission_id}`, { body: { ...shown(), mission_id } }]),
    ),
    ...script,
  });
  open.push(api);
  const ran = await gantry(["status", word, "--json"], { env: { GANTRY_URL: api.url } });
  return { ...ran, asked: api.asked.map(({ path }) => path) };
}

describe("a mission on the command line", () => {
  it.each([
    ["m_1m7yv", IDS[2]],
    ["1m7yv", IDS[2]],
    ["d3d887", IDS[0]],
    ["latest", IDS[0]],
    [IDS[1]!, IDS[1]],
  ])("given as %s is %s", async (word, id) => {
    const { exit, stdout } = await status(word);
    expect(exit).toBe(0);
    expect(JSON.parse(stdout).mission_id).toBe(id);
  });

  it("is requested directly when its id is complete", async () => {
    const { asked } = await status(IDS[0]!);
    expect(asked).toEqual(["/gantry/auth", `/gantry/status/${IDS[0]}`]);
  });

  it("is refused with the candidates when several match, and with exit code 1 when none does", async () => {
    const several = await status("m_1m7yyz");
    expect(several).toMatchObject({
      exit: 1,
      stderr: `gantry: 'm_1m7yyz' is ambiguous: it matches 2 missions: ${IDS[0]}, ${IDS[1]}. Enter more characters of the id.\n`,
    });
    const none = await status("m_zzz");
    expect(none.exit).toBe(1);
    expect(none.stderr).toBe(
      "gantry: No mission matches 'm_zzz'. All 20000 missions in the list were searched; a cleared mission can be named by its complete id.\n",
    );
    expect(JSON.parse(none.stdout).error.code).toBe("NotFound");
  });

  it("is refused by the API when there is no latest one", async () => {
    const { exit, stderr } = await status("latest", {
      "GET /gantry/latest": problem(404, "NotFound", "There is no mission yet."),
    });
    expect({ exit, stderr }).toEqual({ exit: 1, stderr: "gantry: There is no mission yet.\n" });
  });
});
