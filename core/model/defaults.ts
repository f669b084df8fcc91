/** The id of the brain that replaces a language model on one machine; the ids of its variants start with it. */
export const OFFLINE_MODEL = "gantry.offline-brain";

/**
 * Default models, as Bedrock inference profiles. The large one drafts, repairs and reviews; the small one chats and
 * makes the first attempt at a repair.
 */
export const DEFAULT_MODELS = {
  large: "us.anthropic.claude-sonnet-4-5-20250929-v1:0",
  small: "us.anthropic.claude-haiku-4-5-20251001-v1:0",
} as const;
