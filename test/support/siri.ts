import { createHash, randomBytes } from "node:crypto";

/** A phone's key as `POST /gantry/keys` returned it. */
export interface Phone {
  readonly key_id: string;
  readonly k1: string;
  readonly k2: string;
}

/** What a phone signs; what is not given is as a phone would make it. */
export interface Said {
  readonly text: string;
  readonly timestamp?: string;
  readonly nonce?: string;
}

const sha256 = (text: string) => createHash("sha256").update(text, "utf8").digest("hex");

/** A time as phones write it: without milliseconds, in their own zone. */
export const phoneTime = (ms: number): string => `${new Date(ms).toISOString().slice(0, 19)}+00:00`;

/** The headers of a signed request, made from the definition of the scheme and not by the product. */
export function signedHeaders(
  { key_id, k1, k2 }: Phone,
  { text, timestamp = phoneTime(Date.now()), nonce = randomBytes(32).toString("hex") }: Said,
): Record<string, string> {
  const canonical = `gantry-siri-v1:${key_id}:${timestamp}:${nonce}:${sha256(text)}`;
  return {
    "X-Gantry-Key": key_id,
    "X-Gantry-Timestamp": timestamp,
    "X-Gantry-Nonce": nonce,
    "X-Gantry-Signature": `v1=${sha256(k2 + sha256(k1 + canonical))}`,
  };
}

/** A request that a phone signed, then changed, as a contract in test/cases/siri.json. */
export interface SiriCase {
  readonly name: string;
  readonly text: string;
  /** Seconds between the server's time and the timestamp that is signed. */
  readonly seconds?: number;
  /** Sent once before. */
  readonly twice?: true;
  /** The key is revoked before the request. */
  readonly revoked?: true;
  /** What is sent instead of what was signed; null leaves a header out. */
  readonly sends?: {
    readonly text?: string;
    readonly spaces?: number;
    readonly headers?: Readonly<Record<string, string | null>>;
    /** Seconds by which the timestamp is moved after signing. */
    readonly moves?: number;
    readonly signature?: "upper-case" | "short";
  };
  readonly expected: {
    readonly status: number;
    readonly code?: string;
    readonly field?: string;
    readonly says?: string;
  };
}

/** The request of a case: headers and the body as text. */
export function requestOfCase(
  phone: Phone,
  { text, seconds = 0, sends = {} }: SiriCase,
  now: number,
): { headers: Record<string, string>; body: string } {
  const signed = signedHeaders(phone, { text, timestamp: phoneTime(now + seconds * 1000) });
  const signature = signed["X-Gantry-Signature"] as string;
  const changed = {
    ...signed,
    ...(sends.moves === undefined
      ? {}
      : { "X-Gantry-Timestamp": phoneTime(now + (seconds + sends.moves) * 1000) }),
    ...(sends.signature === "upper-case"
      ? { "X-Gantry-Signature": `v1=${signature.slice(3).toUpperCase()}` }
      : {}),
    ...(sends.signature === "short" ? { "X-Gantry-Signature": signature.slice(0, -1) } : {}),
    ...sends.headers,
  };
  const headers = Object.fromEntries(
    Object.entries(changed).filter((pair): pair is [string, string] => pair[1] !== null),
  );
  return { headers, body: `${JSON.stringify({ text: sends.text ?? text })}${" ".repeat(sends.spaces ?? 0)}` };
}
