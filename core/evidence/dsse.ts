import { sha256 } from "@noble/hashes/sha2.js";
import { concatBytes, utf8ToBytes } from "@noble/hashes/utils.js";
import { z } from "zod";

export const PAYLOAD_TYPE = "application/vnd.in-toto+json";

/** A DSSE v1.0.2 envelope with one signature. */
export const envelopeSchema = z.strictObject({
  payloadType: z.literal(PAYLOAD_TYPE),
  payload: z.base64(),
  signatures: z.array(z.strictObject({ keyid: z.string().max(200), sig: z.base64() })).length(1),
});
export type Envelope = z.infer<typeof envelopeSchema>;

/**
 * The pre-authentication encoding (PAE), the bytes that are signed: "DSSEv1" SP len(type) SP type SP len(body) SP body.
 */
export function pae(type: string, payload: Uint8Array): Uint8Array {
  const name = utf8ToBytes(type);
  return concatBytes(
    utf8ToBytes(`DSSEv1 ${name.length} `),
    name,
    utf8ToBytes(` ${payload.length} `),
    payload,
  );
}

/** SHA-256 of the pre-authentication encoding of a statement. */
export function paeDigest(payload: Uint8Array): Uint8Array {
  return sha256(pae(PAYLOAD_TYPE, payload));
}
