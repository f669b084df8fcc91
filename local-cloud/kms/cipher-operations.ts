import { randomBytes } from "node:crypto";
import { z } from "zod";
import { checked, type JsonOperation } from "#local-cloud/aws-json.ts";
import { ServiceError } from "#local-cloud/http.ts";
import { decrypt, encrypt, invalidCiphertext, keyIdOf } from "./ciphertext.ts";
import { assertUse, type Key } from "./key.ts";
import type { KeyStore } from "./key-store.ts";
import { bytes, context, keyId } from "./members.ts";

const EncryptionAlgorithm = z.literal("SYMMETRIC_DEFAULT").default("SYMMETRIC_DEFAULT");

const encryptInput = z.strictObject({
  KeyId: keyId,
  Plaintext: bytes(1, 4096),
  EncryptionContext: context,
  EncryptionAlgorithm,
});
const decryptInput = z.strictObject({
  CiphertextBlob: bytes(1, 6144),
  KeyId: keyId.optional(),
  EncryptionContext: context,
  EncryptionAlgorithm,
});
const dataKeyInput = z
  .strictObject({
    KeyId: keyId,
    KeySpec: z.enum(["AES_256", "AES_128"]).optional(),
    NumberOfBytes: z.int().min(1).max(1024).optional(),
    EncryptionContext: context,
  })
  .refine(
    ({ KeySpec, NumberOfBytes }) => (KeySpec === undefined) !== (NumberOfBytes === undefined),
    "Please specify either number of bytes or key spec.",
  );

export function cipherOperations(store: KeyStore): Record<string, JsonOperation> {
  const generate = (input: unknown) => {
    const { KeyId, KeySpec, NumberOfBytes, EncryptionContext } = checked(dataKeyInput, input);
    const key = cipherKey(store.usable(KeyId));
    const plaintext = randomBytes(NumberOfBytes ?? (KeySpec === "AES_128" ? 16 : 32));
    const blob = encrypt(key, plaintext, EncryptionContext);
    return { plaintext, answer: { KeyId: store.arn(key), CiphertextBlob: blob.toString("base64") } };
  };
  return {
    Encrypt(input) {
      const { KeyId, Plaintext, EncryptionContext, EncryptionAlgorithm } = checked(encryptInput, input);
      const key = cipherKey(store.usable(KeyId));
      const blob = encrypt(key, Plaintext, EncryptionContext);
      return { KeyId: store.arn(key), CiphertextBlob: blob.toString("base64"), EncryptionAlgorithm };
    },
    Decrypt(input) {
      const { CiphertextBlob, KeyId, EncryptionContext, EncryptionAlgorithm } = checked(decryptInput, input);
      const key = cipherKey(keyForDecrypt(store, CiphertextBlob, KeyId));
      const plaintext = decrypt(key, CiphertextBlob, EncryptionContext);
      return { KeyId: store.arn(key), Plaintext: plaintext.toString("base64"), EncryptionAlgorithm };
    },
    GenerateDataKey(input) {
      const { plaintext, answer } = generate(input);
      return { ...answer, Plaintext: plaintext.toString("base64") };
    },
    GenerateDataKeyWithoutPlaintext: (input) => generate(input).answer,
  };
}

function cipherKey(key: Key): Key {
  assertUse(key, "ENCRYPT_DECRYPT", "SYMMETRIC_DEFAULT");
  return key;
}

/** Finds the key that the blob names; if the caller names a key, it must be the same. */
function keyForDecrypt(store: KeyStore, blob: Buffer, named: string | undefined): Key {
  const expected = named === undefined ? undefined : store.usable(named);
  const id = keyIdOf(blob);
  if (expected && expected.id !== id)
    throw new ServiceError(
      "IncorrectKeyException",
      "The key ID in the request does not identify a CMK that can perform this operation.",
    );
  if (!store.list().some((key) => key.id === id)) throw invalidCiphertext();
  return store.usable(id);
}
