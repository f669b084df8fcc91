/** A JSON Schema (draft 2020-12), as zod generates it. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** The subset of JSON Schema that a model's structured output accepts. */
export interface Dialect {
  /** Assertions that are sent; the others are added to the description, and zod still checks them. */
  readonly keeps: readonly string[];
  /** Values of `format` that are sent. */
  readonly formats: readonly string[];
  /** The largest `minItems` that is sent. */
  readonly min_items: number;
  /** Maximum number of optional members, and of unions, in the whole schema. */
  readonly optional: number;
  readonly unions: number;
}

/** The native structured output of Claude on Bedrock, for all families that have it. */
export const CLAUDE: Dialect = {
  keeps: ["enum", "const"],
  formats: ["date-time", "time", "date", "duration", "email", "hostname", "uri", "ipv4", "ipv6", "uuid"],
  min_items: 1,
  optional: 24,
  unions: 16,
};
