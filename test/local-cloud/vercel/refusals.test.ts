import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { call, deploy, type LocalVercel, localVercel, site } from "#test/local-cloud/vercel/harness.ts";

let cloud: LocalVercel;
const ids: Record<string, string> = {};
beforeAll(async () => {
  cloud = await localVercel();
  for (const name of ["one", "two"]) {
    const { id, url } = await deploy(cloud.api, name, site());
    ids[name] = id;
    ids[`${name}'s address`] = url;
  }
});
afterAll(() => cloud.close());

it.each([
  ["bad_request", 400, "POST", () => "/v13/deployments", () => ({ name: 1 })],
  ["not_found", 404, "GET", () => "/v13/deployments/dpl_none", undefined],
  [
    "alias_in_use",
    409,
    "POST",
    () => `/v2/deployments/${ids.one}/aliases`,
    () => ({ alias: ids["two's address"] }),
  ],
  ["unprocessable_entity", 422, "POST", () => `/v1/projects/one/rollback/${ids.one}`, undefined],
])("Vercel refuses with %s and %d: %s", async (code, status, method, path, body) => {
  const reply = await call(cloud.api, method, path(), body?.());
  expect([reply.body.error?.code, reply.status]).toEqual([code, status]);
});
