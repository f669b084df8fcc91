import { CLAUDE, type Dialect } from "#core/model/dialects.ts";

/** How a model is made to answer in a shape, best first. */
export type AnswerStrategy = "json_schema" | "forced_tool" | "auto_tool";

export interface ModelCapabilities {
  /** In the order in which they are tried: each is asked for once, and not again after the service refused it. */
  readonly strategies: readonly AnswerStrategy[];
  /** Of the schemas of native structured output. Those of tools are not compiled: any schema is accepted. */
  readonly dialect: Dialect;
  /** Whether temperature may be sent at all; newer models refuse it. */
  readonly temperature: boolean;
}

const NATIVE = ["json_schema", "forced_tool", "auto_tool"] as const;
const FORCED = ["forced_tool", "auto_tool"] as const;
const CAUTIOUS: ModelCapabilities = { strategies: ["auto_tool"], dialect: CLAUDE, temperature: false };

/**
 * By model family; the first row whose text the id contains decides. Ids carry region prefixes and versions, so
 * they are matched, not compared. A model that is not listed gets the settings every model accepts.
 */
const TABLE: readonly (readonly [string, ModelCapabilities])[] = [
  ["gantry.offline-brain", { strategies: FORCED, dialect: CLAUDE, temperature: false }],
  ["claude-opus-5-5", CAUTIOUS],
  ["claude-sonnet-5-5", CAUTIOUS],
  ["claude-fable-5", CAUTIOUS],
  ["claude-opus-5", { strategies: FORCED, dialect: CLAUDE, temperature: false }],
  ["claude-sonnet-5", { strategies: FORCED, dialect: CLAUDE, temperature: false }],
  ["claude-opus-4-7", { strategies: FORCED, dialect: CLAUDE, temperature: false }],
  ["claude-opus-4-8", { strategies: FORCED, dialect: CLAUDE, temperature: false }],
  ["claude-sonnet-4-6", { strategies: FORCED, dialect: CLAUDE, temperature: true }],
  ["claude-haiku-4-5", { strategies: FORCED, dialect: CLAUDE, temperature: true }],
  ["claude-opus-4-5", { strategies: NATIVE, dialect: CLAUDE, temperature: true }],
  ["claude-opus-4-6", { strategies: NATIVE, dialect: CLAUDE, temperature: true }],
  ["claude-sonnet-4-5", { strategies: NATIVE, dialect: CLAUDE, temperature: true }],
];

export function capabilitiesOf(model: string): ModelCapabilities {
  return TABLE.find(([family]) => model.includes(family))?.[1] ?? CAUTIOUS;
}
