import { DeleteParameterCommand, PutParameterCommand, type SSMClient } from "@aws-sdk/client-ssm";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSecrets } from "#adapters/ssm/secrets.ts";
import { createSsm } from "#local-cloud/ssm/ssm.ts";
import { clientsAt, intercept } from "#test/adapters/aws.ts";
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

const put = (name: string, Value: string) =>
  client.send(
    new PutParameterCommand({ Name: `/gantry/${name}`, Value, Type: "SecureString", Overwrite: true }),
  );

describe("SSM secrets", () => {
  it("are returned decrypted, by their names below the prefix", async () => {
    await put("users/owner", '{"tenant":"local"}');
    const secrets = createSecrets({ client, prefix: "/gantry" });
    expect(await secrets.get("users/owner")).toBe('{"tenant":"local"}');
    expect(await createSecrets({ client, prefix: "/other" }).get("users/owner")).toBe(undefined);
  });

  it("are read once per process, unless a fresh value is requested", async () => {
    const secrets = createSecrets({ client, prefix: "/gantry" });
    await put("token", "old");
    expect(await secrets.get("token")).toBe("old");
    await put("token", "new");
    expect(await secrets.get("token")).toBe("old");
    expect(await secrets.get("token", { fresh: true })).toBe("new");
    expect(await secrets.get("token")).toBe("new");
  });

  it("are undefined until they are set", async () => {
    const secrets = createSecrets({ client, prefix: "/gantry" });
    expect(await secrets.get("later")).toBeUndefined();
    await put("later", "x");
    expect(await secrets.get("later")).toBe("x");
    await client.send(new DeleteParameterCommand({ Name: "/gantry/later" }));
    expect(await secrets.get("later", { fresh: true })).toBeUndefined();
    expect(await secrets.get("later")).toBeUndefined();
  });

  it("throw when they cannot be read", async () => {
    const denied = Object.assign(new Error("denied"), { name: "AccessDeniedException" });
    const forbidden = clientsAt(cloud.endpoint).ssm;
    intercept(forbidden, () => Promise.reject(denied));
    const secrets = createSecrets({ client: forbidden, prefix: "/gantry" });
    await expect(secrets.get("token")).rejects.toBe(denied);
  });
});
