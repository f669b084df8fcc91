import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { lambdaIntegration } from "#local-cloud/apigateway/lambda-integration.ts";
import { createRestApi } from "#local-cloud/apigateway/rest-api.ts";
import { createLambda } from "#local-cloud/lambda/lambda.ts";

const functions = {
  echo: async (event: any) => ({ statusCode: 200, body: event.body ?? "nothing" }),
  broken: async () => {
    throw new Error("secret");
  },
  authorize: async () => {
    throw new Error("Unauthorized");
  },
};
const lambda = createLambda({
  functions: Object.fromEntries(
    Object.entries(functions).map(([name, handler]) => [
      name,
      { handler: async () => handler, timeoutSeconds: 5 },
    ]),
  ),
});
const handle = createRestApi({
  routes: [
    { method: "POST", path: "/echo", function: "echo" },
    { method: "POST", path: "/broken", function: "broken" },
    { method: "POST", path: "/guarded", function: "echo", authorizer: "session" },
  ],
  authorizers: { session: { function: "authorize", identitySource: [], ttlSeconds: 0 } },
  invoke: lambdaIntegration(lambda),
});
const server = createServer((req, res) => void handle(req, res));
const post = async (path: string, body = "hi") => {
  const { port } = server.address() as AddressInfo;
  const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method: "POST", body });
  return [answer.status, await answer.text()];
};

beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await lambda.close();
});

describe("Lambda behind API Gateway", () => {
  it("returns the function's result, and hides how it failed", async () => {
    expect(await post("/echo")).toEqual([200, "hi"]);
    expect(await post("/broken")).toEqual([502, '{"message":"Internal server error"}']);
    expect(await post("/guarded")).toEqual([401, '{"message":"Unauthorized"}']);
  });

  it("cannot receive an event above Lambda's 6 MB, though API Gateway accepts 10", async () => {
    expect(await post("/echo", "x".repeat(6 * 1024 * 1024))).toEqual([413, '{"message":"Request Too Long"}']);
  });
});
