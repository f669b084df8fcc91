/** What a seal is checked with: the key in PEM, the signed bytes, and the signature in DER. */
export interface SignatureCheck {
  readonly pem: string;
  readonly message: Uint8Array;
  readonly signature: Uint8Array;
}

/** Bytes of each of the two numbers of a P-256 signature. */
const NUMBER_BYTES = 32;
const ALGORITHM = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" } as const;

/** Whether it is an ECDSA P-256 signature with SHA-256. False for whatever cannot be read as such a key or signature. */
export async function isSigned({ pem, message, signature }: SignatureCheck): Promise<boolean> {
  try {
    const key = await crypto.subtle.importKey("spki", derOf(pem), ALGORITHM, false, ["verify"]);
    return await crypto.subtle.verify(ALGORITHM, key, rawOf(signature), new Uint8Array(message));
  } catch {
    return false;
  }
}

function derOf(pem: string): Uint8Array<ArrayBuffer> {
  const body = /^-----BEGIN PUBLIC KEY-----([A-Za-z0-9+/=\s]+)-----END PUBLIC KEY-----\s*$/.exec(pem)?.[1];
  if (body === undefined) throw new TypeError("The text is not a public key in PEM.");
  return Uint8Array.from(atob(body.replaceAll(/\s/g, "")), (char) => char.charCodeAt(0));
}

/** WebCrypto expects the two numbers side by side; KMS and OpenSSL write them in DER (SEC 1, C.8). Throws TypeError. */
function rawOf(der: Uint8Array): Uint8Array<ArrayBuffer> {
  const [tag, length, ...rest] = der;
  if (tag !== 0x30 || length !== rest.length) throw new TypeError("The signature is not a sequence in DER.");
  const raw = new Uint8Array(2 * NUMBER_BYTES);
  let at = 2;
  for (const end of [NUMBER_BYTES, 2 * NUMBER_BYTES]) {
    const size = der[at + 1] ?? 0;
    const number = der.subarray(at + 2, at + 2 + size);
    const digits = number[0] === 0 ? number.subarray(1) : number;
    if (der[at] !== 0x02 || number.length !== size || size === 0 || digits.length > NUMBER_BYTES)
      throw new TypeError("The signature does not contain two numbers in DER.");
    raw.set(digits, end - digits.length);
    at += 2 + size;
  }
  if (at !== der.length) throw new TypeError("The signature has more than two numbers.");
  return raw;
}
