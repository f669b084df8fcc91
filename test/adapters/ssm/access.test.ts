import { PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createAccess } from "#adapters/ssm/access.ts";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { clientsAt } from "#test/adapters/aws.ts";
import { type Target, target } from "#test/cloud/target.ts";

let cloud: Target;
let client: SSMClient;

beforeAll(async () => {
  cloud = await target((dir) => createSsm({ dir }));
  client = clientsAt(cloud.endpoint).ssm;
});
afterAll(async () => {
  client.destroy();
  await cloud.close();
});

const REAL = { github: "https://api.github.com", vercel: "https://api.vercel.com" };

describe("access to GitHub and Vercel", () => {
  it("is missing until a credential is stored, of either kind", async () => {
    const access = createAccess({ client, prefix: "/gantry/dev", urls: REAL });
    expect(await access()).toEqual({ github: "missing", vercel: "missing" });
    for (const name of ["github-app", "vercel-token"])
      await client.send(
        new PutParameterCommand({ Name: `/gantry/dev/${name}`, Value: "x", Type: "SecureString" }),
      );
    expect(await access()).toEqual({ github: "set", vercel: "set" });
  });

  it("is local at a loopback address", async () => {
    const urls = { github: "http://127.0.0.1:5050/github/api/v3", vercel: "http://localhost:5050/vercel" };
    expect(await createAccess({ client, prefix: "/x", urls })()).toEqual({
      github: "local",
      vercel: "local",
    });
  });
});
