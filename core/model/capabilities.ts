import { CLAUDE, type Dialect } from "#core/model/dialects.ts";

/** Methods to get structured output from a model, best first. */
export type AnswerStrategy = "json_schema" | "forced_tool" | "auto_tool";

export interface ModelCapabilities {
  /** In the order in which they are tried; one that the service refuses is not tried again. */
  readonly strategies: readonly AnswerStrategy[];
  /** The schema dialect of native structured output. Tools accept any schema. */
  readonly dialect: Dialect;
  /** Whether the model accepts `temperature`; newer models refuse it. */
  readonly temperature: boolean;
  /**
   * How it writes whole apps: as files in plain text, which suits language models, or as one structured answer, which
   * suits programs.
   */
  readonly drafts: "files" | "answer";
}

const NATIVE = ["json_schema", "forced_tool", "auto_tool"] as const;
const FORCED = ["forced_tool", "auto_tool"] as const;
const CAUTIOUS: ModelCapabilities = {
  strategies: ["auto_tool"],
  dialect: CLAUDE,
  temperature: false,
  drafts: "files",
};

/**
 * Capabilities by model family. The first row whose text is contained in the id applies, because ids have region
 * prefixes and versions. A model that is not listed gets settings that every model accepts.
 */
const TABLE: readonly (readonly [string, ModelCapabilities])[] = [
  ["gantry.offline-brain", { strategies: FORCED, dialect: CLAUDE, temperature: false, drafts: "answer" }],
  ["claude-opus-5-5", CAUTIOUS],
  ["claude-sonnet-5-5", CAUTIOUS],
  ["claude-fable-5", CAUTIOUS],
  ["claude-opus-5", { strategies: FORCED, dialect: CLAUDE, temperature: false, drafts: "files" }],
  ["claude-sonnet-5", { strategies: FORCED, dialect: CLAUDE, temperature: false, drafts: "files" }],
  ["claude-opus-4-7", { strategies: FORCED, dialect: CLAUDE, temperature: false, drafts: "files" }],
  ["claude-opus-4-8", { strategies: FORCED, dialect: CLAUDE, temperature: false, drafts: "files" }],
  ["claude-sonnet-4-6", { strategies: FORCED, dialect: CLAUDE, temperature: true, drafts: "files" }],
  ["claude-haiku-4-5", { strategies: FORCED, dialect: CLAUDE, temperature: true, drafts: "files" }],
  ["claude-opus-4-5", { strategies: NATIVE, dialect: CLAUDE, temperature: true, drafts: "files" }],
  ["claude-opus-4-6", { strategies: NATIVE, dialect: CLAUDE, temperature: true, drafts: "files" }],
  ["claude-sonnet-4-5", { strategies: NATIVE, dialect: CLAUDE, temperature: true, drafts: "files" }],
];

export function capabilitiesOf(model: string): ModelCapabilities {
  return TABLE.find(([family]) => model.includes(family))?.[1] ?? CAUTIOUS;
}
