import { createHash, createPublicKey, verify } from "node:crypto";
import { CreateKeyCommand, type KMSClient } from "@aws-sdk/client-kms";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createSigner } from "#adapters/kms/signer.ts";
import { createKms } from "#local-cloud/kms/kms.ts";
import { clientsAt, intercept } from "#test/adapters/aws.ts";
import { type Target, target } from "#test/cloud/target.ts";

let cloud: Target;
let client: KMSClient;
let key: string;
const calls: string[] = [];

beforeAll(async () => {
  cloud = await target((dir) => createKms({ dir }));
  client = clientsAt(cloud.endpoint).kms;
  intercept(client, ({ name }, send) => {
    calls.push(name);
    return send();
  });
  const made = await client.send(new CreateKeyCommand({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" }));
  key = made.KeyMetadata!.KeyId!;
});
afterAll(async () => {
  client.destroy();
  await cloud.close();
});

describe("the KMS signer", () => {
  it("creates signatures that verify with the public key in PEM form", async () => {
    const signer = createSigner({ client, key });
    const pem = await signer.publicKey();
    expect(createPublicKey(pem).asymmetricKeyDetails).toEqual({ namedCurve: "prime256v1" });
    const large = Buffer.alloc(100_000, "evidence ");
    for (const message of [Buffer.from("x"), large]) {
      const signature = await signer.sign(createHash("sha256").update(message).digest());
      expect(verify("sha256", message, pem, signature)).toBe(true);
      expect(verify("sha256", Buffer.concat([message, Buffer.from("!")]), pem, signature)).toBe(false);
    }
  });

  it("returns the same PEM as openssl and requests the key once", async () => {
    const signer = createSigner({ client, key });
    calls.length = 0;
    const pem = await signer.publicKey();
    expect(pem).toBe(createPublicKey(pem).export({ type: "spki", format: "pem" }));
    expect(await signer.publicKey()).toBe(pem);
    expect(calls).toEqual(["GetPublicKeyCommand"]);
  });

  it("passes on the errors of KMS", async () => {
    const nobody = createSigner({ client, key: "alias/none" });
    await expect(nobody.sign(Buffer.alloc(32))).rejects.toMatchObject({ name: "NotFoundException" });
    await expect(nobody.publicKey()).rejects.toMatchObject({ name: "NotFoundException" });
    await expect(createSigner({ client, key }).sign(Buffer.alloc(5))).rejects.toMatchObject({
      name: "ValidationException",
    });
  });
});
