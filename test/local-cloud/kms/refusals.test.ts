import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createKms } from "#local-cloud/kms/kms.ts";
import { asked } from "../asked.ts";

const dir = mkdtempSync(join(tmpdir(), "gantry-kms-refusals-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

let kms: ReturnType<typeof asked>;
let keyId: string;
beforeAll(async () => {
  kms = asked(createKms({ dir }), "TrentService");
  keyId = (await kms("CreateKey", {})).KeyMetadata.KeyId;
});

const state = async () => (await kms("DescribeKey", { KeyId: keyId })).KeyMetadata.KeyState;
const data = { KeySpec: "AES_256" };

describe("the local KMS", () => {
  it("refuses to use a key between DisableKey and EnableKey, with DisabledException", async () => {
    await kms("DisableKey", { KeyId: keyId });
    expect(await state()).toBe("Disabled");
    expect((await kms("GenerateDataKey", { KeyId: keyId, ...data })).__type).toMatch(/#DisabledException$/);
    await kms("EnableKey", { KeyId: keyId });
    expect(await state()).toBe("Enabled");
  });

  it("keeps a key after CancelKeyDeletion, disabled", async () => {
    await kms("ScheduleKeyDeletion", { KeyId: keyId, PendingWindowInDays: 7 });
    expect(await state()).toBe("PendingDeletion");
    await kms("CancelKeyDeletion", { KeyId: keyId });
    expect(await state()).toBe("Disabled");
    await kms("EnableKey", { KeyId: keyId });
  });

  it("returns only the encrypted key from GenerateDataKeyWithoutPlaintext", async () => {
    const { CiphertextBlob, Plaintext } = await kms("GenerateDataKeyWithoutPlaintext", {
      KeyId: keyId,
      ...data,
    });
    expect(Plaintext).toBeUndefined();
    const opened = await kms("Decrypt", { CiphertextBlob });
    expect(Buffer.from(opened.Plaintext, "base64")).toHaveLength(32);
  });

  it("moves an alias with UpdateAlias and removes it with DeleteAlias", async () => {
    const AliasName = "alias/moving";
    const other = (await kms("CreateKey", {})).KeyMetadata.KeyId;
    await kms("CreateAlias", { AliasName, TargetKeyId: keyId });
    await kms("UpdateAlias", { AliasName, TargetKeyId: other });
    expect((await kms("DescribeKey", { KeyId: AliasName })).KeyMetadata.KeyId).toBe(other);
    await kms("DeleteAlias", { AliasName });
    expect((await kms("DescribeKey", { KeyId: AliasName })).__type).toMatch(/#NotFoundException$/);
  });

  it.each([
    ["InvalidMarkerException", "ListKeys", () => ({ Marker: "no such key" })],
    ["NotAuthorizedException", "CreateAlias", () => ({ AliasName: "alias/aws/s3", TargetKeyId: keyId })],
    ["UnsupportedOperationException", "GetPublicKey", () => ({ KeyId: keyId })],
  ])("refuses with %s in %s", async (code, operation, input) => {
    expect((await kms(operation, input())).__type).toBe(`com.amazonaws.kms#${code}`);
  });
});
