import { z } from "zod";
import { checked, type JsonOperation } from "#local-cloud/aws-json.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { type Key, newKey, publicKeyOf, specs } from "./key.ts";
import type { KeyStore } from "./key-store.ts";
import { keyId, limit, marker, page } from "./members.ts";

const DAY_MS = 24 * 3600 * 1000;

const createKeyInput = z.strictObject({
  KeySpec: z
    .enum(["ECC_NIST_P256", "ECC_NIST_EDWARDS25519", "SYMMETRIC_DEFAULT"])
    .default("SYMMETRIC_DEFAULT"),
  KeyUsage: z.enum(["SIGN_VERIFY", "ENCRYPT_DECRYPT"]).default("ENCRYPT_DECRYPT"),
  Description: z.string().max(8192).default(""),
  Origin: z.literal("AWS_KMS").optional(),
  MultiRegion: z.literal(false).optional(),
});
const keyInput = z.strictObject({ KeyId: keyId });
const listInput = z.strictObject({ Limit: limit, Marker: marker });
const deletionInput = z.strictObject({
  KeyId: keyId,
  PendingWindowInDays: z.int().min(7).max(30).default(30),
});

export function keyOperations(
  store: KeyStore,
  account: string,
  now: () => number,
): Record<string, JsonOperation> {
  const change = (input: unknown, next: (key: Key) => Key) => {
    const key = store.find(checked(keyInput, input).KeyId);
    store.save(next(key));
    return key;
  };
  return {
    CreateKey(input) {
      const { KeySpec, KeyUsage, Description } = checked(createKeyInput, input);
      if (specs[KeySpec].usage !== KeyUsage)
        throw new ServiceError(
          "ValidationException",
          `KeyUsage ${KeyUsage} is not compatible with KeySpec ${KeySpec}`,
        );
      const key = newKey(KeySpec, Description, now());
      store.save(key);
      return { KeyMetadata: metadata(store, key, account) };
    },
    DescribeKey: (input) => ({
      KeyMetadata: metadata(store, store.find(checked(keyInput, input).KeyId), account),
    }),
    ListKeys(input) {
      const { Limit, Marker } = checked(listInput, input);
      const { entries, rest } = page(store.list(), ({ id }) => id, Limit, Marker);
      return { Keys: entries.map((key) => ({ KeyId: key.id, KeyArn: store.arn(key) })), ...rest };
    },
    GetPublicKey(input) {
      const key = store.usable(checked(keyInput, input).KeyId);
      if (key.spec === "SYMMETRIC_DEFAULT")
        throw new ServiceError("UnsupportedOperationException", "A symmetric key has no public key");
      return {
        KeyId: store.arn(key),
        PublicKey: publicKeyOf(key).export({ format: "der", type: "spki" }).toString("base64"),
        ...kindOf(key),
      };
    },
    EnableKey: (input) => void change(input, (key) => ({ ...notLeaving(store, key), enabled: true })),
    DisableKey: (input) => void change(input, (key) => ({ ...notLeaving(store, key), enabled: false })),
    ScheduleKeyDeletion(input) {
      const { KeyId, PendingWindowInDays } = checked(deletionInput, input);
      const key = notLeaving(store, store.find(KeyId));
      const deletion = now() + PendingWindowInDays * DAY_MS;
      store.save({ ...key, deletion });
      return {
        KeyId: store.arn(key),
        DeletionDate: deletion / 1000,
        KeyState: "PendingDeletion",
        PendingWindowInDays,
      };
    },
    CancelKeyDeletion: (input) => ({
      KeyId: store.arn(change(input, ({ deletion: _, ...key }) => ({ ...key, enabled: false }))),
    }),
  };
}

function notLeaving(store: KeyStore, key: Key): Key {
  if (key.deletion === undefined) return key;
  throw new ServiceError("KMSInvalidStateException", `${store.arn(key)} is pending deletion.`);
}

function metadata(store: KeyStore, key: Key, account: string): unknown {
  return {
    AWSAccountId: account,
    KeyId: key.id,
    Arn: store.arn(key),
    CreationDate: key.created / 1000,
    Enabled: key.enabled && key.deletion === undefined,
    Description: key.description,
    KeyState: key.deletion !== undefined ? "PendingDeletion" : key.enabled ? "Enabled" : "Disabled",
    ...(key.deletion !== undefined && { DeletionDate: key.deletion / 1000 }),
    Origin: "AWS_KMS",
    KeyManager: "CUSTOMER",
    MultiRegion: false,
    ...kindOf(key),
  };
}

function kindOf({ spec }: Key) {
  const { usage, algorithms } = specs[spec];
  return {
    KeySpec: spec,
    CustomerMasterKeySpec: spec,
    KeyUsage: usage,
    [usage === "SIGN_VERIFY" ? "SigningAlgorithms" : "EncryptionAlgorithms"]: algorithms,
  };
}
