/** A JSON Schema (draft 2020-12), as zod writes it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** What a model's structured output accepts of JSON Schema. */
export interface Dialect {
  /** Assertions that are sent; all others become words of the description, and zod still checks them. */
  readonly keeps: readonly string[];
  /** Values of `format` that are sent. */
  readonly formats: readonly string[];
  /** The largest `minItems` that is sent. */
  readonly min_items: number;
  /** How many members may be left out, and how many may be of several types, in the whole schema. */
  readonly optional: number;
  readonly unions: number;
}

/** Claude's native structured output on Bedrock, for every family that has it. */
export const CLAUDE: Dialect = {
  keeps: ["enum", "const"],
  formats: ["date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"],
  min_items: 1,
  optional: 24,
  unions: 16,
};
