import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  randomUUID,
} from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";

export type KeySpec = "ECC_NIST_P256" | "ECC_NIST_EDWARDS25519" | "SYMMETRIC_DEFAULT";
export type KeyUsage = "SIGN_VERIFY" | "ENCRYPT_DECRYPT";

/** A key as stored on the disk. */
export interface Key {
  readonly id: string;
  readonly spec: KeySpec;
  readonly description: string;
  /** Milliseconds since 1970. */
  readonly created: number;
  readonly enabled: boolean;
  /** Scheduled time of deletion, milliseconds since 1970; until then the key cannot be used. */
  readonly deletion?: number;
  /** PKCS #8 of a private key, or 32 bytes; base64. */
  readonly material: string;
}

/** The usage and the supported algorithms of each key spec. */
export const specs: Record<KeySpec, { usage: KeyUsage; algorithms: readonly string[] }> = {
  ECC_NIST_P256: { usage: "SIGN_VERIFY", algorithms: ["ECDSA_SHA_256"] },
  ECC_NIST_EDWARDS25519: { usage: "SIGN_VERIFY", algorithms: ["ED25519_SHA_512"] },
  SYMMETRIC_DEFAULT: { usage: "ENCRYPT_DECRYPT", algorithms: ["SYMMETRIC_DEFAULT"] },
};

export function newKey(spec: KeySpec, description: string, created: number): Key {
  return {
    id: randomUUID(),
    spec,
    description,
    created,
    enabled: true,
    material: newMaterial(spec).toString("base64"),
  };
}

export function privateKeyOf(key: Key): KeyObject {
  return createPrivateKey({ key: Buffer.from(key.material, "base64"), format: "der", type: "pkcs8" });
}

export function publicKeyOf(key: Key): KeyObject {
  return createPublicKey(privateKeyOf(key));
}

/** Throws InvalidKeyUsageException if the key has another usage. */
export function assertUse(key: Key, usage: KeyUsage, algorithm: string): void {
  const { usage: actual, algorithms } = specs[key.spec];
  if (actual !== usage)
    throw new ServiceError(
      "InvalidKeyUsageException",
      `${key.id} key usage is ${actual} which is not valid for this operation.`,
    );
  if (!algorithms.includes(algorithm))
    throw new ServiceError(
      "InvalidKeyUsageException",
      `Algorithm ${algorithm} and key spec ${key.spec} are incompatible.`,
    );
}

function newMaterial(spec: KeySpec): Buffer {
  if (spec === "SYMMETRIC_DEFAULT") return randomBytes(32);
  const { privateKey } =
    spec === "ECC_NIST_P256"
      ? generateKeyPairSync("ec", { namedCurve: "prime256v1" })
      : generateKeyPairSync("ed25519");
  return privateKey.export({ format: "der", type: "pkcs8" });
}
