import { describe, expect, it } from "@jest/globals";
import { allow, deny } from "#lambdas/runtime/api-gateway.ts";
import { configure } from "./requests.ts";

configure();
const { handler: ofSession } = await import("#lambdas/api/authorizer.ts");
const { handler: ofEdge } = await import("#lambdas/api/origin-authorizer.ts");
const { handler: ofTicket } = await import("#lambdas/ws/authorizer.ts");

const event = (headers: Record<string, string>) => ({
  methodArn: "arn:aws:execute-api:us-east-1:1:api/live/GET/gantry/missions",
  headers,
  queryStringParameters: null,
});
const effect = ({ policyDocument }: ReturnType<typeof deny>) => policyDocument.Statement[0]?.Effect;

describe("an authorizer", () => {
  it.each([
    ["nothing that names a session", ofSession, {}],
    ["a cookie that is no session's", ofSession, { cookie: "other=1" }],
    ["what has not come through the edge", ofEdge, {}],
    ["a session that has not come through the edge", ofSession, { cookie: "gantry=0123456789abcdef01234" }],
    ["a socket that has not come through the edge", ofTicket, {}],
    ["a page of another site", ofTicket, { origin: "https://evil.example", host: "gantry.example" }],
  ])("denies %s instead of failing", async (_, handler, headers) => {
    expect(effect((await handler(event(headers as Record<string, string>))) as never)).toBe("Deny");
  });

  it("returns a policy for the whole stage, so that a cached one fits every method", () => {
    const stage = "arn:aws:execute-api:us-east-1:1:api/live/*";
    for (const answer of [allow(event({}), "owner", {}), deny(event({}))])
      expect(answer.policyDocument.Statement[0]?.Resource).toBe(stage);
  });
});
