export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** The maximum size of an input, output, argument or variable, in bytes of JSON text. */
export const DATA_LIMIT = 256 * 1024;

/**
 * The length of a value's JSON in bytes; a value that is nested too deeply to be serialised exceeds any
 * limit.
 */
export function jsonBytes(value: Json): number {
  try {
    return Buffer.byteLength(JSON.stringify(value));
  } catch {
    return Number.POSITIVE_INFINITY;
  }
}

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
