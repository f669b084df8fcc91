import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { createLambda } from "#local-cloud/lambda/lambda.ts";
import { type Target, target } from "#test/cloud/target.ts";

let server: Target;
beforeAll(async () => {
  const echo = { handler: async () => async (event: unknown) => event, timeoutSeconds: 60 };
  server = await target(() => createLambda({ functions: { echo } }));
});
afterAll(() => server.close());

it.each([
  ["InvalidParameterValueException", 400, "POST", "/echo/invocations", { "x-amz-invocation-type": "Later" }],
  ["NotImplemented", 501, "DELETE", "/echo", {}],
  ["NotImplemented", 501, "GET", "?MaxItems=1", {}],
  ["ValidationException", 400, "GET", "/no%20name", {}],
  ["ResourceNotFoundException", 404, "GET", "/none", {}],
] as const)("Lambda refuses with %s and %d: %s %s", async (code, status, method, path, headers) => {
  const url = `${server.endpoint}/2015-03-31/functions${path}`;
  const response = await fetch(url, { method, headers, ...(method === "POST" && { body: "{}" }) });
  expect([response.headers.get("x-amzn-errortype"), response.status]).toEqual([code, status]);
});
