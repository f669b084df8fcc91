/** How a model is made to answer in a shape, best first. */
export type AnswerStrategy = "json_schema" | "forced_tool" | "auto_tool";

export interface ModelCapabilities {
  readonly strategy: AnswerStrategy;
  /** Whether temperature may be sent at all; newer models refuse it. */
  readonly temperature: boolean;
  readonly images: boolean;
}

const CAUTIOUS: ModelCapabilities = { strategy: "auto_tool", temperature: false, images: true };

/**
 * By model family; the first row whose text the id contains decides. Ids carry region prefixes and versions, so
 * they are matched, not compared. A model nobody listed gets the settings every model accepts.
 */
const TABLE: readonly (readonly [string, ModelCapabilities])[] = [
  ["gantry.offline-brain", { strategy: "forced_tool", temperature: false, images: true }],
  ["claude-opus-5-5", CAUTIOUS],
  ["claude-sonnet-5-5", CAUTIOUS],
  ["claude-fable-5", CAUTIOUS],
  ["claude-opus-5", { strategy: "forced_tool", temperature: false, images: true }],
  ["claude-sonnet-5", { strategy: "forced_tool", temperature: false, images: true }],
  ["claude-opus-4-7", { strategy: "forced_tool", temperature: false, images: true }],
  ["claude-opus-4-8", { strategy: "forced_tool", temperature: false, images: true }],
  ["claude-sonnet-4-6", { strategy: "forced_tool", temperature: true, images: true }],
  ["claude-haiku-4-5", { strategy: "forced_tool", temperature: true, images: true }],
  ["claude-opus-4-5", { strategy: "json_schema", temperature: true, images: true }],
  ["claude-opus-4-6", { strategy: "json_schema", temperature: true, images: true }],
  ["claude-sonnet-4-5", { strategy: "json_schema", temperature: true, images: true }],
];

export function capabilitiesOf(model: string): ModelCapabilities {
  return TABLE.find(([family]) => model.includes(family))?.[1] ?? CAUTIOUS;
}
