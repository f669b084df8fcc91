import { beforeAll, describe, expect, it } from "@jest/globals";
import { personOf } from "#test/support/callers.ts";
import { memoryWorld } from "#test/support/memory-world.ts";
import { printed } from "./printed.ts";
import { client, configure } from "./requests.ts";

beforeAll(configure);
printed();

describe("GET /gantry/checks", () => {
  it("tells the owner what is found, with the probes of the dependencies", async () => {
    const world = {
      ...memoryWorld(),
      probes: { database: async () => undefined, vercel: () => Promise.reject(new Error("secret detail")) },
      notices: async () => [
        { about: "builds", sentence: "Builds are refused.", fix: null, refused: true } as const,
      ],
    };
    const { status, json, text } = await client(world)("GET", "/gantry/checks");
    expect([status, json.ok]).toEqual([200, false]);
    const failing = json.checks.filter(({ state }: { state: string }) => state === "fail");
    expect(failing.map(({ name }: { name: string }) => name)).toEqual(["sandbox", "vercel_responds"]);
    expect(text).not.toContain("secret detail");
  });

  it.each(["admin", "member", "viewer"])("is refused to the role %s", async (membership) => {
    const reply = await client(memoryWorld())("GET", "/gantry/checks", { caller: personOf({ membership }) });
    expect(reply.json).toMatchObject({ code: "Forbidden", right: "owner" });
  });
});
