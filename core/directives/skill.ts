import { z } from "zod";
import type { ReadTool, ToolResult } from "#core/directives/tool.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { jsonSchema } from "#core/kernel/json.ts";

/** What a skill is given. Its input is untrusted: words of people, output of models, files of an app. */
export interface SkillContext<I = unknown> {
  readonly tenant: string;
  /** The id of the execution that the call is for. */
  readonly execution: string;
  /** The input after parsing with the skill's schema. */
  readonly input: I;
}

/** What a skill found. Without success, `data` contains `error`, a sentence. */
export interface SkillResult {
  readonly success: boolean;
  readonly data: ToolResult;
}

/** What a skill found, for an agent that has it as a tool. */
export interface Finding extends SkillResult {
  readonly tool: string;
}

/**
 * A capability that steps and agents call as the tool `skill.<name>`. It is reviewed code that computes from its input:
 * it has no services, and reads and changes nothing else.
 */
export interface Skill<I = unknown> {
  /** In kebab-case; the name of its folder. */
  readonly name: string;
  readonly description: string;
  /** How to use it, in Markdown. */
  readonly guide: string;
  readonly input: z.ZodType<I>;
  execute(context: SkillContext<I>): SkillResult | Promise<SkillResult>;
}

/** Skills by name. */
export type Skills = ReadonlyMap<string, Skill>;

export interface WithSkills {
  /** Loads the skills of the installed version. */
  readonly skills: () => Promise<Skills>;
}

/** The most bytes of a result, as JSON. */
const MAX_BYTES = 64 * 1024;

const resultSchema = z.strictObject({ success: z.boolean(), data: z.record(z.string(), jsonSchema) });

/** The tool of a skill. It does not throw: a skill that does, or that returns anything else, had no success. */
export function skillTool(skill: Skill): ReadTool<unknown, ToolResult & SkillResult, object> {
  return {
    name: `skill.${skill.name}`,
    input: skill.input,
    kind: "read",
    risk: "low",
    async execute(_, { tenant, execution, args }) {
      return { ...(await resultOf(skill, { tenant, execution, input: args })) };
    },
  };
}

async function resultOf(skill: Skill, context: SkillContext): Promise<SkillResult> {
  const failed = (why: string) => ({
    success: false,
    data: { error: `The skill ${skill.name} ${why}.` },
  });
  let returned: unknown;
  try {
    returned = await skill.execute(context);
  } catch (error) {
    // Its message can contain the input.
    return failed(`failed with ${error instanceof Error ? error.name : "an error"}`);
  }
  const { success, data: result } = resultSchema.safeParse(returned);
  if (!success) return failed("returned something other than success and data");
  if (Buffer.byteLength(canonicalJson(result)) > MAX_BYTES)
    return failed(`returned more than ${MAX_BYTES} bytes`);
  return result;
}
