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
  /** Whether the model is known to read images. One that cannot may refuse the whole call, so others get none unasked. */
  readonly images: boolean;
  /**
   * How it writes whole apps: as files in plain text, which suits language models, or as one structured answer, which
   * suits programs.
   */
  readonly drafts: "files" | "answer";
  /**
   * The shortest prefix of a request, in tokens, that the service keeps for later calls; a shorter one is read anew each
   * time. Null for models that may refuse a cache point.
   */
  readonly cache_min_tokens: number | null;
}

const NATIVE = ["json_schema", "forced_tool", "auto_tool"] as const;
const FORCED = ["forced_tool", "auto_tool"] as const;

const CAUTIOUS: ModelCapabilities = {
  strategies: ["auto_tool"],
  dialect: CLAUDE,
  temperature: false,
  images: false,
  drafts: "files",
  cache_min_tokens: null,
};

const claude = (
  strategies: readonly AnswerStrategy[],
  cache_min_tokens: number,
  { temperature = false } = {},
): ModelCapabilities => ({
  strategies,
  dialect: CLAUDE,
  temperature,
  images: true,
  drafts: "files",
  cache_min_tokens,
});

/**
 * Capabilities by model family. The first row whose text is contained in the id applies, because ids have region
 * prefixes and versions. A model that is not listed, such as one of Nova, Llama or Mistral, gets settings that every model
 * with tools accepts. Where the shortest prefix of
 * a family is not known, it is the longest of those that are.
 */
const TABLE: readonly (readonly [string, ModelCapabilities])[] = [
  ["gantry.offline-brain", { ...CAUTIOUS, strategies: FORCED, drafts: "answer" }],
  ["claude-opus-5-5", claude(CAUTIOUS.strategies, 4096)],
  ["claude-sonnet-5-5", claude(CAUTIOUS.strategies, 4096)],
  ["claude-fable-5", claude(CAUTIOUS.strategies, 4096)],
  ["claude-opus-5", claude(FORCED, 512)],
  ["claude-sonnet-5", claude(FORCED, 1024)],
  ["claude-opus-4-7", claude(FORCED, 2048)],
  ["claude-opus-4-8", claude(FORCED, 1024)],
  ["claude-sonnet-4-6", claude(FORCED, 1024, { temperature: true })],
  ["claude-haiku-4-5", claude(FORCED, 4096, { temperature: true })],
  ["claude-opus-4-5", claude(NATIVE, 4096, { temperature: true })],
  ["claude-opus-4-6", claude(NATIVE, 4096, { temperature: true })],
  ["claude-sonnet-4-5", claude(NATIVE, 1024, { temperature: true })],
];

export function capabilitiesOf(model: string): ModelCapabilities {
  return TABLE.find(([family]) => model.includes(family))?.[1] ?? CAUTIOUS;
}

/** Whether an id names a language model, which takes seconds to minutes; a program returns at once. */
export const isLanguageModel = (model: string): boolean => capabilitiesOf(model).drafts === "files";
