import { createPublicKey, type KeyObject, verify } from "node:crypto";

/**
 * Whether a signature is ECDSA P-256 with SHA-256 over the message, in DER. False for whatever cannot be read as
 * such a key or signature.
 */
export function checkSignature(pem: string, message: Uint8Array, signature: Uint8Array): boolean {
  try {
    const key = createPublicKey(pem);
    return isP256(key) && verify("sha256", message, { key, dsaEncoding: "der" }, signature);
  } catch {
    return false;
  }
}

/** Whether a text is a public key that can have sealed evidence. */
export function isEvidenceKey(pem: string): boolean {
  try {
    return !pem.includes("PRIVATE KEY") && isP256(createPublicKey(pem));
  } catch {
    return false;
  }
}

function isP256({ asymmetricKeyType, asymmetricKeyDetails }: KeyObject): boolean {
  return asymmetricKeyType === "ec" && asymmetricKeyDetails?.namedCurve === "prime256v1";
}
