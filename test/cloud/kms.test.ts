import { createHash, createPublicKey, verify as verifySignature } from "node:crypto";
import {
  CreateAliasCommand,
  CreateKeyCommand,
  type CreateKeyCommandInput,
  DecryptCommand,
  DeleteAliasCommand,
  DescribeKeyCommand,
  EncryptCommand,
  GenerateDataKeyCommand,
  GetPublicKeyCommand,
  KMSClient,
  ListAliasesCommand,
  ListKeysCommand,
  ScheduleKeyDeletionCommand,
  SignCommand,
  VerifyCommand,
} from "@aws-sdk/client-kms";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createKms } from "#local-cloud/kms/kms.ts";
import { credentials, region, type Target, target } from "./target.ts";

let cloud: Target;
let kms: KMSClient;
const made: string[] = [];
const aliases: string[] = [];
/** Keys that tests share, each made by the first test that asks for it: not every endpoint has every kind. */
const p256 = shared({ KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
const ed25519 = shared({ KeySpec: "ECC_NIST_EDWARDS25519", KeyUsage: "SIGN_VERIFY" });
const symmetric = shared({});

beforeAll(async () => {
  cloud = await target((dir) => createKms({ dir }));
  kms = new KMSClient({ endpoint: cloud.endpoint, credentials, region });
});

afterAll(async () => {
  for (const AliasName of aliases) await kms.send(new DeleteAliasCommand({ AliasName }));
  for (const KeyId of made) await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
  kms.destroy();
  await cloud.close();
});

describe("KMS keys", () => {
  it("are described with their use and their algorithms", async () => {
    const { KeyMetadata: key } = await kms.send(new DescribeKeyCommand({ KeyId: await p256() }));
    expect(key).toMatchObject({
      KeyId: await p256(),
      KeySpec: "ECC_NIST_P256",
      KeyUsage: "SIGN_VERIFY",
      KeyState: "Enabled",
      Enabled: true,
      SigningAlgorithms: ["ECDSA_SHA_256"],
    });
    expect(key?.CreationDate).toBeInstanceOf(Date);
    const other = await kms.send(new DescribeKeyCommand({ KeyId: await symmetric() }));
    expect(other.KeyMetadata?.EncryptionAlgorithms).toEqual(["SYMMETRIC_DEFAULT"]);
  });

  it("are listed page by page", async () => {
    const all = await Promise.all([p256(), symmetric(), makeKey({})]);
    const listed: (string | undefined)[] = [];
    let Marker: string | undefined;
    do {
      const page = await kms.send(new ListKeysCommand({ Limit: 2, ...(Marker && { Marker }) }));
      listed.push(...(page.Keys ?? []).map((key) => key.KeyId));
      Marker = page.NextMarker;
    } while (Marker);
    expect(listed).toEqual(expect.arrayContaining(all));
  });

  it("that do not exist are reported as not found", async () => {
    const KeyId = "00000000-0000-4000-8000-000000000000";
    await expect(kms.send(new DescribeKeyCommand({ KeyId }))).rejects.toMatchObject({
      name: "NotFoundException",
    });
  });

  it("cannot be used once their deletion is scheduled", async () => {
    const { KeyMetadata } = await kms.send(new CreateKeyCommand({}));
    const KeyId = KeyMetadata!.KeyId!;
    await kms.send(new ScheduleKeyDeletionCommand({ KeyId, PendingWindowInDays: 7 }));
    await expect(kms.send(new EncryptCommand({ KeyId, Plaintext: text("a") }))).rejects.toMatchObject({
      name: "KMSInvalidStateException",
    });
  });

  it("are found by their aliases and ARNs", async () => {
    const AliasName = `alias/gantry-test-${crypto.randomUUID()}`;
    await kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: await p256() }));
    aliases.push(AliasName);
    const byAlias = await kms.send(new DescribeKeyCommand({ KeyId: AliasName }));
    const byArn = await kms.send(new DescribeKeyCommand({ KeyId: byAlias.KeyMetadata!.Arn! }));
    expect([byAlias, byArn].map(({ KeyMetadata }) => KeyMetadata?.KeyId)).toEqual([
      await p256(),
      await p256(),
    ]);
    const { Aliases } = await kms.send(new ListAliasesCommand({ KeyId: await p256() }));
    expect(Aliases).toEqual([expect.objectContaining({ AliasName, TargetKeyId: await p256() })]);
    await expect(
      kms.send(new CreateAliasCommand({ AliasName, TargetKeyId: await symmetric() })),
    ).rejects.toMatchObject({ name: "AlreadyExistsException" });
  });
});

describe("KMS signatures", () => {
  it("over a message verify with the public key outside KMS", async () => {
    const Message = text("a message");
    const { Signature } = await kms.send(
      new SignCommand({
        KeyId: await p256(),
        Message,
        MessageType: "RAW",
        SigningAlgorithm: "ECDSA_SHA_256",
      }),
    );
    expect(verifySignature("sha256", Message, await publicKey(await p256()), Signature!)).toBe(true);
  });

  it("over a digest equal signatures of the message", async () => {
    const messages = Array.from({ length: 20 }, (_, at) => text(`message ${at}`));
    const key = await publicKey(await p256());
    for (const message of messages) {
      const request = {
        KeyId: await p256(),
        Message: sha256(message),
        SigningAlgorithm: "ECDSA_SHA_256",
      } as const;
      const { Signature } = await kms.send(new SignCommand({ ...request, MessageType: "DIGEST" }));
      expect(verifySignature("sha256", message, key, Signature!)).toBe(true);
      expect(verifySignature("sha256", text("another"), key, Signature!)).toBe(false);
    }
  });

  it("with Ed25519 are 64 bytes over the message itself", async () => {
    const Message = text("origin\n1\nroot\n");
    const { Signature } = await kms.send(
      new SignCommand({
        KeyId: await ed25519(),
        Message,
        MessageType: "RAW",
        SigningAlgorithm: "ED25519_SHA_512",
      }),
    );
    expect(Signature).toHaveLength(64);
    expect(verifySignature(null, Message, await publicKey(await ed25519()), Signature!)).toBe(true);
  });

  it.each([
    ["RAW", "ECDSA_SHA_256", p256, (message: Uint8Array) => message],
    ["DIGEST", "ECDSA_SHA_256", p256, sha256],
    ["RAW", "ED25519_SHA_512", ed25519, (message: Uint8Array) => message],
  ] as const)(
    "of type %s with %s are verified by KMS, and changed ones are refused",
    async (type, algorithm, key, form) => {
      const request = {
        KeyId: await key(),
        Message: form(text("signed")),
        MessageType: type,
        SigningAlgorithm: algorithm,
      };
      const { Signature } = await kms.send(new SignCommand(request));
      const verify = (change: object) => kms.send(new VerifyCommand({ ...request, Signature, ...change }));
      expect((await verify({})).SignatureValid).toBe(true);
      const refusal = { name: "KMSInvalidSignatureException" };
      await expect(verify({ Message: form(text("changed")) })).rejects.toMatchObject(refusal);
      await expect(verify({ Signature: flipped(Signature!, 9) })).rejects.toMatchObject(refusal);
      await expect(verify({ Signature: flipped(Signature!, 0) })).rejects.toMatchObject(refusal);
    },
  );

  it("are refused for a wrong length, a wrong algorithm and a wrong key", async () => {
    const KeyId = await p256();
    const sign = (change: object) =>
      kms.send(
        new SignCommand({
          KeyId,
          Message: text("a"),
          MessageType: "RAW",
          SigningAlgorithm: "ECDSA_SHA_256",
          ...change,
        }),
      );
    await expect(sign({ MessageType: "DIGEST" })).rejects.toMatchObject({ name: "ValidationException" });
    await expect(sign({ Message: new Uint8Array(4097) })).rejects.toMatchObject({
      name: "ValidationException",
    });
    await expect(sign({ SigningAlgorithm: "ECDSA_SHA_384" })).rejects.toMatchObject({
      name: "InvalidKeyUsageException",
    });
    await expect(sign({ KeyId: await symmetric() })).rejects.toMatchObject({
      name: "InvalidKeyUsageException",
    });
  });
});

describe("KMS encryption", () => {
  const EncryptionContext = { tenant: "tn_1", purpose: "credential" };

  it("decrypts under the same context, in any order of its members", async () => {
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: await symmetric(), Plaintext: text("secret"), EncryptionContext }),
    );
    const context = { purpose: "credential", tenant: "tn_1" };
    const { Plaintext, KeyId } = await kms.send(
      new DecryptCommand({ CiphertextBlob, EncryptionContext: context }),
    );
    expect(Buffer.from(Plaintext!).toString()).toBe("secret");
    expect(KeyId).toContain(await symmetric());
  });

  it("does not decrypt under another context, without one, or after a change", async () => {
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: await symmetric(), Plaintext: text("secret"), EncryptionContext }),
    );
    const attempts = [
      { CiphertextBlob, EncryptionContext: { ...EncryptionContext, tenant: "tn_2" } },
      { CiphertextBlob },
      { CiphertextBlob: flipped(CiphertextBlob!, CiphertextBlob!.length - 1), EncryptionContext },
      { CiphertextBlob: text("no ciphertext at all"), EncryptionContext },
    ];
    for (const attempt of attempts)
      await expect(kms.send(new DecryptCommand(attempt))).rejects.toMatchObject({
        name: "InvalidCiphertextException",
      });
  });

  it("refuses a key that did not encrypt the ciphertext", async () => {
    const other = await makeKey({});
    const { CiphertextBlob } = await kms.send(
      new EncryptCommand({ KeyId: await symmetric(), Plaintext: text("a") }),
    );
    await expect(kms.send(new DecryptCommand({ CiphertextBlob, KeyId: other }))).rejects.toMatchObject({
      name: "IncorrectKeyException",
    });
  });

  it("creates data keys whose ciphertext decrypts to the same key", async () => {
    const made = await kms.send(
      new GenerateDataKeyCommand({ KeyId: await symmetric(), KeySpec: "AES_256", EncryptionContext }),
    );
    expect(made.Plaintext).toHaveLength(32);
    const opened = await kms.send(
      new DecryptCommand({ CiphertextBlob: made.CiphertextBlob, EncryptionContext }),
    );
    expect(opened.Plaintext).toEqual(made.Plaintext);
    await expect(kms.send(new GenerateDataKeyCommand({ KeyId: await symmetric() }))).rejects.toMatchObject({
      name: "ValidationException",
    });
  });

  it("refuses a signing key and more than 4096 bytes", async () => {
    await expect(
      kms.send(new EncryptCommand({ KeyId: await p256(), Plaintext: text("a") })),
    ).rejects.toMatchObject({
      name: "InvalidKeyUsageException",
    });
    await expect(
      kms.send(new EncryptCommand({ KeyId: await symmetric(), Plaintext: new Uint8Array(4097) })),
    ).rejects.toMatchObject({ name: "ValidationException" });
  });
});

function shared(input: CreateKeyCommandInput): () => Promise<string> {
  let key: Promise<string> | undefined;
  return () => {
    key ??= makeKey(input);
    return key;
  };
}

async function makeKey(input: CreateKeyCommandInput): Promise<string> {
  const { KeyMetadata } = await kms.send(
    new CreateKeyCommand({ Description: "gantry conformance test", ...input }),
  );
  made.push(KeyMetadata!.KeyId!);
  return KeyMetadata!.KeyId!;
}

async function publicKey(KeyId: string) {
  const { PublicKey } = await kms.send(new GetPublicKeyCommand({ KeyId }));
  return createPublicKey({ key: Buffer.from(PublicKey!), format: "der", type: "spki" });
}

function text(value: string): Uint8Array {
  return new TextEncoder().encode(value);
}

function sha256(message: Uint8Array): Uint8Array {
  return createHash("sha256").update(message).digest();
}

function flipped(bytes: Uint8Array, at: number): Uint8Array {
  return bytes.map((byte, index) => (index === at ? byte ^ 1 : byte));
}
