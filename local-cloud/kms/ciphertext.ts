import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import canonicalize from "canonicalize";
import { ServiceError } from "#local-cloud/http.ts";
import type { Key } from "./key.ts";

export type EncryptionContext = Readonly<Record<string, string>>;

const VERSION = 1;
const HEADER = 1 + 16;
const IV = 12;
const TAG = 16;

/**
 * Encrypts with AES-256-GCM. The blob contains the key's id; the context is authenticated but not contained.
 */
export function encrypt(key: Key, plaintext: Uint8Array, context: EncryptionContext): Buffer {
  const header = Buffer.concat([Buffer.from([VERSION]), Buffer.from(key.id.replaceAll("-", ""), "hex")]);
  const iv = randomBytes(IV);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key.material, "base64"), iv);
  cipher.setAAD(associated(header, context));
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([header, iv, cipher.getAuthTag(), body]);
}

/**
 * Throws InvalidCiphertextException for a changed blob, another context and another key, which cannot be
 * distinguished.
 */
export function decrypt(key: Key, blob: Buffer, context: EncryptionContext): Buffer {
  const header = blob.subarray(0, HEADER);
  const [iv, tag, body] = [
    blob.subarray(HEADER, HEADER + IV),
    blob.subarray(HEADER + IV, HEADER + IV + TAG),
    blob.subarray(HEADER + IV + TAG),
  ];
  try {
    const decipher = createDecipheriv("aes-256-gcm", Buffer.from(key.material, "base64"), iv, {
      authTagLength: TAG,
    });
    decipher.setAAD(associated(header, context));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(body), decipher.final()]);
  } catch {
    throw invalidCiphertext();
  }
}

/** Returns the id of the key with which a blob was encrypted. */
export function keyIdOf(blob: Buffer): string {
  if (blob[0] !== VERSION || blob.length < HEADER + IV + TAG) throw invalidCiphertext();
  const hex = blob.subarray(1, HEADER).toString("hex");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

export function invalidCiphertext(): ServiceError {
  return new ServiceError(
    "InvalidCiphertextException",
    "The ciphertext or its encryption context is not valid",
  );
}

function associated(header: Buffer, context: EncryptionContext): Buffer {
  return Buffer.concat([header, Buffer.from(canonicalize(context) as string)]);
}
