import { describe, expect, it } from "@jest/globals";
import type { MissionEvents, ThemeList } from "#sdk/typescript/api.ts";
import { createClient } from "#sdk/typescript/client.ts";
import { createTransport } from "#sdk/typescript/transport.ts";
import { scriptedApis } from "#test/cli/scripted-api.ts";

const start = scriptedApis();

describe("createClient", () => {
  it("has a function for each operation, which takes its input and returns its output", async () => {
    const { url, asked } = await start({
      "GET /gantry/themes": { body: { themes: [] } },
      "GET /gantry/missions/m_1/events": {
        body: { mission_id: "m_1", status: "QUEUED", events: [] },
      },
    });
    const client = createClient(createTransport({ url }));
    const themes: ThemeList = await client.themes();
    const events: MissionEvents = await client.events({ id: "m_1", after: 3 });
    expect([themes, events.status]).toEqual([{ themes: [] }, "QUEUED"]);
    expect(asked.map(({ path }) => path)).toEqual(["/gantry/themes", "/gantry/missions/m_1/events?after=3"]);
    // @ts-expect-error: an operation with a required field is not called without it.
    await expect(client.events()).rejects.toMatchObject({ field: "id" });
  });

  it("returns files as bytes, and text as text", async () => {
    const { url } = await start({
      "GET /gantry/missions/m_1/evidence": { bytes: new Uint8Array([80, 75]) },
      "GET /gantry/evidence-key": { text: "-----BEGIN PUBLIC KEY-----" },
    });
    const client = createClient(createTransport({ url }));
    expect(await client.evidence({ id: "m_1" })).toEqual(new Uint8Array([80, 75]));
    expect(await client.evidenceKey()).toBe("-----BEGIN PUBLIC KEY-----");
  });
});
