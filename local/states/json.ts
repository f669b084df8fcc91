export type Json = null | boolean | number | string | Json[] | JsonObject;
export interface JsonObject {
  [key: string]: Json;
}

/** The largest input, output, argument or variable Step Functions carries, in bytes of JSON text. */
export const DATA_LIMIT = 256 * 1024;

export const jsonBytes = (value: Json): number => Buffer.byteLength(JSON.stringify(value));

export const isObject = (value: Json | undefined): value is JsonObject =>
  typeof value === "object" && value !== null && !Array.isArray(value);
