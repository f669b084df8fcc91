import { afterAll, beforeAll, expect, it } from "@jest/globals";
import { createSts } from "#local-cloud/sts/sts.ts";
import { credentials, type Target, target } from "#test/cloud/target.ts";

let server: Target;
beforeAll(async () => {
  server = await target((dir) => createSts({ dir, credentials }));
});
afterAll(() => server.close());

it.each([
  ["InvalidAction", 400, "Action=GetSessionToken&Version=2011-06-15"],
  ["InvalidAction", 400, "Action=GetCallerIdentity&Version=1999-01-01"],
  [
    "AccessDenied",
    403,
    "Action=AssumeRole&Version=2011-06-15&RoleArn=arn:aws:iam::000000000000:role/none&RoleSessionName=someone",
  ],
])("STS refuses with %s and %d: %s", async (code, status, body) => {
  const response = await fetch(server.endpoint, { method: "POST", body });
  expect([/<Code>(\w+)</.exec(await response.text())?.[1], response.status]).toEqual([code, status]);
});
