import { mkdtempSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "@jest/globals";
import { createKms } from "#local-cloud/kms/kms.ts";
import { asked } from "../asked.ts";

const dir = mkdtempSync(join(tmpdir(), "gantry-kms-"));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

describe("the KMS of the local cloud", () => {
  it("keeps its keys over a restart, readable only by their owner", async () => {
    const first = asked(createKms({ dir }), "TrentService");
    const { KeyMetadata } = await first("CreateKey", { KeySpec: "ECC_NIST_P256", KeyUsage: "SIGN_VERIFY" });
    await first("CreateAlias", { AliasName: "alias/gantry", TargetKeyId: KeyMetadata.KeyId });
    const { PublicKey } = await first("GetPublicKey", { KeyId: "alias/gantry" });
    const second = asked(createKms({ dir }), "TrentService");
    expect((await second("GetPublicKey", { KeyId: "alias/gantry" })).PublicKey).toBe(PublicKey);
    expect(statSync(join(dir, "keys.json")).mode & 0o777).toBe(0o600);
  });

  it("deletes a key when its waiting period has ended, and not before", async () => {
    let clock = 0;
    const kms = asked(createKms({ dir: join(dir, "deletion"), now: () => clock }), "TrentService");
    const { KeyMetadata } = await kms("CreateKey", {});
    const { KeyId } = KeyMetadata;
    await kms("ScheduleKeyDeletion", { KeyId, PendingWindowInDays: 7 });
    clock = 6 * 24 * 3600 * 1000;
    expect((await kms("DescribeKey", { KeyId })).KeyMetadata.KeyState).toBe("PendingDeletion");
    clock = 8 * 24 * 3600 * 1000;
    expect((await kms("DescribeKey", { KeyId })).__type).toMatch(/#NotFoundException$/);
  });

  it.each([
    ["ReEncrypt", {}, /#UnknownOperationException$/, "ReEncrypt"],
    ["CreateKey", { Policy: "{}" }, /#ValidationException$/, "Policy"],
    ["CreateKey", { KeySpec: "RSA_2048" }, /#ValidationException$/, "KeySpec"],
    [
      "Sign",
      { KeyId: "x", Message: "!", SigningAlgorithm: "ECDSA_SHA_256" },
      /#ValidationException$/,
      "Message",
    ],
  ])("refuses %s of %j with a reason", async (operation, input, type, reason) => {
    const answer = await asked(createKms({ dir }), "TrentService")(operation, input);
    expect(answer.__type).toMatch(type);
    expect(answer.message).toContain(reason);
  });
});
