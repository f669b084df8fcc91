import { z } from "zod";
import { MODEL_ROLES } from "#core/model/model-ids.ts";

/** What an agent is, as data: its instructions, the models that it may use, its limits and its tools. */
const agentSchema = z.strictObject({
  /** Several agents can have the same role: the architect of each stack. */
  name: z.string().regex(/^[a-z]+(?:\.[a-z-]+)?$/, "must be a role, or a role with a speciality"),
  role: z.string().regex(/^[a-z]+$/),
  description: z.string().min(1).max(200),
  /**
   * The models that it may use, with the least output tokens per second that is expected of each: well below what was
   * measured on Bedrock with the default models. A slower model exceeds its time limit.
   */
  models: z.partialRecord(z.enum(MODEL_ROLES), z.strictObject({ tokens_per_second: z.number().min(1) })),
  limits: z.strictObject({
    /** Sent only to models that accept it. */
    temperature: z.number().min(0).max(1),
    /** Output tokens of one call. */
    max_tokens: z.number().int().min(1).max(64_000),
  }),
  /** Skills that its step calls before the model; the agent gets their findings. */
  tools: z.array(z.string().regex(/^skill\.[a-z0-9-]+$/)),
  /** The system prompt: never contains text of people, models or programs. */
  instructions: z.string().min(1).max(100_000),
  /** The sentence before the input. */
  task: z.string().min(1).max(200),
});
export type Agent = Readonly<z.infer<typeof agentSchema>>;

/** Returns the definition of an agent. Throws ZodError when it is not valid, which stops a function at its start. */
export const defineAgent = (agent: Agent): Agent => agentSchema.parse(agent);
