import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { type SocketWorld, socketWorld } from "#test/local-cloud/apigateway/sockets.ts";

let world: SocketWorld;
beforeAll(async () => {
  world = await socketWorld({});
});
afterAll(() => world.close());

it.each([
  ["ForbiddenException", 403, "GET", "/connections/none"],
  ["GoneException", 410, "POST", "/@connections/none"],
  ["GoneException", 410, "DELETE", "/stage/@connections/none"],
])("the management API refuses with %s and %d: %s %s", async (name, status, method, path) => {
  const response = await fetch(`${world.url.replace("ws:", "http:")}${path}`, { method });
  expect([response.headers.get("x-amzn-errortype"), response.status]).toEqual([name, status]);
});
