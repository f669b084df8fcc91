import { createECDH, type KeyObject } from "node:crypto";

/**
 * ECDSA over P-256 with a given digest (FIPS 186-5, 6.4). node:crypto always hashes its input, so the
 * arithmetic is implemented here; the random point comes from node:crypto. Not constant-time: for development
 * only.
 */
type Point = { readonly x: bigint; readonly y: bigint } | undefined;

const P = 2n ** 256n - 2n ** 224n + 2n ** 192n + 2n ** 96n - 1n;
const N = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;
const G: Point = {
  x: 0x6b17d1f2e12c4247f8bce6e563a440f277037d812deb33a0f4a13945d898c296n,
  y: 0x4fe342e2fe1a7f9b8ee7eb4a7c0f9e162bce33576b315ececbb6406837bf51f5n,
};

/** Returns the signature of a 32-byte digest in DER (`SEQUENCE { r INTEGER, s INTEGER }`). */
export function signDigest(privateKey: KeyObject, digest: Uint8Array): Buffer {
  const secret = fromBase64Url(privateKey.export({ format: "jwk" }).d);
  for (;;) {
    const ephemeral = createECDH("prime256v1");
    const r = fromBytes(ephemeral.generateKeys().subarray(1, 33)) % N;
    const s = modulo(inverse(fromBytes(ephemeral.getPrivateKey()), N) * (fromBytes(digest) + r * secret), N);
    if (r && s) return sequence(r, s);
  }
}

/** Returns false for a wrong signature and for input that is not strict DER. */
export function verifyDigest(publicKey: KeyObject, digest: Uint8Array, signature: Uint8Array): boolean {
  const [r, s] = readSequence(Buffer.from(signature)) ?? [];
  if (!r || !s || r >= N || s >= N) return false;
  const { x, y } = publicKey.export({ format: "jwk" });
  const key = { x: fromBase64Url(x), y: fromBase64Url(y) };
  const w = inverse(s, N);
  const point = add(multiply(G, modulo(fromBytes(digest) * w, N)), multiply(key, modulo(r * w, N)));
  return point !== undefined && point.x % N === r;
}

function multiply(point: Point, factor: bigint): Point {
  let result: Point;
  let power = point;
  for (let rest = factor; rest; rest >>= 1n) {
    if (rest & 1n) result = add(result, power);
    power = add(power, power);
  }
  return result;
}

function add(a: Point, b: Point): Point {
  if (!a || !b) return a ?? b;
  if (a.x === b.x && a.y !== b.y) return undefined;
  const slope =
    a.x === b.x
      ? (3n * a.x * a.x - 3n) * inverse(2n * a.y, P)
      : (b.y - a.y) * inverse(modulo(b.x - a.x, P), P);
  const x = modulo(slope * slope - a.x - b.x, P);
  return { x, y: modulo(slope * (a.x - x) - a.y, P) };
}

/** Extended Euclid. */
function inverse(value: bigint, prime: bigint): bigint {
  let [a, b, u, v] = [modulo(value, prime), prime, 1n, 0n];
  while (a > 1n) {
    const quotient = b / a;
    [a, b, u, v] = [b - quotient * a, a, v - quotient * u, u];
  }
  return modulo(u, prime);
}

function modulo(value: bigint, by: bigint): bigint {
  const rest = value % by;
  return rest < 0n ? rest + by : rest;
}

function fromBytes(bytes: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(bytes).toString("hex")}`);
}

function fromBase64Url(text: string | undefined): bigint {
  return fromBytes(Buffer.from(text ?? "", "base64url"));
}

function sequence(r: bigint, s: bigint): Buffer {
  const body = Buffer.concat([integer(r), integer(s)]);
  return Buffer.concat([Buffer.from([0x30, body.length]), body]);
}

function integer(value: bigint): Buffer {
  const hex = value.toString(16);
  const bytes = Buffer.from(hex.length % 2 ? `0${hex}` : hex, "hex");
  const padding = (bytes[0] ?? 0) & 0x80 ? [0] : [];
  return Buffer.from([0x02, bytes.length + padding.length, ...padding, ...bytes]);
}

function readSequence(bytes: Buffer): [bigint, bigint] | undefined {
  const length = bytes[3] ?? 0;
  const r = bytes.subarray(4, 4 + length);
  const s = bytes.subarray(6 + length);
  if (!r.length || !s.length) return undefined;
  const values: [bigint, bigint] = [fromBytes(r), fromBytes(s)];
  return sequence(...values).equals(bytes) ? values : undefined;
}
