import { describe, expect, it } from "@jest/globals";
import { checkPublicUrl } from "#cli/health/public-url.ts";
import { scriptedApis } from "#test/cli/scripted-api.ts";

const LOCAL = { local: true, url: "http://127.0.0.1:5050" };
const PUBLIC = { ...LOCAL, publicUrl: "https://gantry.example.com" };
const api = scriptedApis();

describe("the check of the public address", () => {
  it.each([
    ["is not set", { ...LOCAL, publicUrl: undefined }, true, "ok", "only this machine reaches Gantry"],
    [
      "has a path",
      { ...PUBLIC, publicUrl: "https://x.example/a" },
      true,
      "fail",
      "GANTRY_PUBLIC_URL must be",
    ],
    ["leads to no Gantry", PUBLIC, false, "warn", "No Gantry responds at https://gantry.example.com"],
    ["has no TLS", { ...PUBLIC, publicUrl: "http://gantry.lan" }, true, "warn", "can be read on the way"],
    ["reaches Gantry", PUBLIC, true, "ok", "https://gantry.example.com reaches a Gantry"],
  ])("says that it %s", async (_, config, responds, state, detail) => {
    const [check] = await checkPublicUrl(config, async () => responds);
    expect(check).toMatchObject({ name: "public", state, detail: expect.stringContaining(detail) });
    expect(check?.fix === undefined).toBe(state === "ok");
  });

  it("is not made for a Gantry elsewhere", async () => {
    expect(await checkPublicUrl({ ...PUBLIC, local: false }, async () => true)).toEqual([]);
  });

  it("asks the address, and takes only a Gantry for one", async () => {
    const seen = [];
    for (const script of [
      { "GET /healthcheck": { body: { status: "ok", service: "gantry", phase: "serving" } } },
      { "GET /healthcheck": { body: { service: "another" } } },
      { "GET /healthcheck": { status: 503, body: { service: "gantry" } } },
      { "GET /healthcheck": { text: "<html>" } },
      {},
    ]) {
      const { url } = await api(script);
      // The name is not a loopback one, but leads to this machine.
      const named = { ...PUBLIC, publicUrl: url.replace("127.0.0.1", "0.0.0.0") };
      const [check] = await checkPublicUrl(named);
      seen.push(check?.detail.includes("has no TLS"));
    }
    expect(seen).toEqual([true, false, false, false, false]);
  });
});
