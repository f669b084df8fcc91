import { createHash, randomUUID } from "node:crypto";
import { ownValue } from "#local-cloud/own-value.ts";
import type { Json } from "./json.ts";

const ALGORITHMS: Record<string, string> = {
  MD5: "md5",
  "SHA-1": "sha1",
  "SHA-256": "sha256",
  "SHA-384": "sha384",
  "SHA-512": "sha512",
};

function refuse(name: string, message: string): never {
  throw new Error(`$${name}: ${message}`);
}

const isInteger = (value: unknown): value is number => typeof value === "number" && Number.isInteger(value);

function partition(array: unknown, size: unknown): Json[][] {
  if (!Array.isArray(array)) refuse("partition", "the first argument must be an array");
  if (!isInteger(size) || size < 1) refuse("partition", "the second argument must be a positive integer");
  return Array.from({ length: Math.ceil(array.length / size) }, (_, i) =>
    array.slice(i * size, (i + 1) * size),
  );
}

/** From first to last, both included. */
function range(first: unknown, last: unknown, step: unknown): number[] {
  if (!isInteger(first) || !isInteger(last) || !isInteger(step))
    refuse("range", "all three arguments must be integers");
  if (step === 0) refuse("range", "the third argument must not be zero");
  const length = Math.max(0, Math.floor((last - first) / step) + 1);
  if (length > 1000) refuse("range", "an array of more than 1000 numbers is refused");
  return Array.from({ length }, (_, i) => first + i * step);
}

function hash(text: unknown, algorithm: unknown): string {
  if (typeof text !== "string") refuse("hash", "the first argument must be a string");
  const name = typeof algorithm === "string" ? ownValue(ALGORITHMS, algorithm) : undefined;
  if (!name) refuse("hash", `the algorithm must be one of ${Object.keys(ALGORITHMS).join(", ")}`);
  return createHash(name).update(text).digest("hex");
}

/** 0 <= n < 1; the same seed gives the same number. */
function random(seed?: unknown): number {
  if (seed === undefined) return Math.random();
  if (!isInteger(seed)) refuse("random", "the seed must be an integer");
  return createHash("sha256").update(String(seed)).digest().readUInt32BE(0) / 2 ** 32;
}

function parse(text: unknown): Json {
  if (typeof text !== "string") refuse("parse", "the argument must be a string");
  return JSON.parse(text) as Json;
}

/** The functions that Step Functions adds to JSONata 2.0.6, and `eval`, which it removes. */
export const FUNCTIONS: Readonly<Record<string, unknown>> = {
  partition,
  range,
  hash,
  random,
  uuid: () => randomUUID(),
  parse,
  eval: undefined,
};
