import { sign, verify } from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";
import { assertUse, type Key, privateKeyOf, publicKeyOf } from "./key.ts";
import { signDigest, verifyDigest } from "./p256.ts";

export interface Message {
  readonly bytes: Buffer;
  /** DIGEST: the bytes are already hashed. */
  readonly type: "RAW" | "DIGEST";
  readonly algorithm: string;
}

/** DER for ECDSA, 64 bytes for Ed25519, as KMS returns them. */
export function signMessage(key: Key, message: Message): Buffer {
  assertSignable(key, message);
  if (message.type === "DIGEST") return signDigest(privateKeyOf(key), message.bytes);
  return sign(hashOf(key), message.bytes, privateKeyOf(key));
}

/** Throws KMSInvalidSignatureException if the signature is wrong. */
export function verifyMessage(key: Key, message: Message, signature: Buffer): void {
  assertSignable(key, message);
  const valid =
    message.type === "DIGEST"
      ? verifyDigest(publicKeyOf(key), message.bytes, signature)
      : verify(hashOf(key), message.bytes, publicKeyOf(key), signature);
  if (!valid) throw new ServiceError("KMSInvalidSignatureException", "The signature is not valid");
}

function hashOf(key: Key): string | null {
  return key.spec === "ECC_NIST_P256" ? "sha256" : null;
}

function assertSignable(key: Key, { bytes, type, algorithm }: Message): void {
  assertUse(key, "SIGN_VERIFY", algorithm);
  if (type === "RAW") return;
  if (key.spec === "ECC_NIST_EDWARDS25519")
    throw new ServiceError(
      "ValidationException",
      `MessageType DIGEST is not valid for ${algorithm}: use RAW.`,
    );
  if (bytes.length !== 32)
    throw new ServiceError("ValidationException", `Digest is invalid length for algorithm ${algorithm}.`);
}
