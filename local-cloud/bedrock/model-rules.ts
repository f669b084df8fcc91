import { bedrockError } from "./errors.ts";
import { schemaFault } from "./schema-rules.ts";
import type { ConverseRequest } from "./wire.ts";

/** What the models of a family refuse in an otherwise valid request. */
interface Refuses {
  /** temperature and topP. */
  readonly sampling?: true;
  /** toolChoice `any` and `tool`. */
  readonly forcedTool?: true;
  /** outputConfig.textFormat. */
  readonly textFormat?: true;
}

const ALL: Refuses = { sampling: true, forcedTool: true, textFormat: true };
const NO_SAMPLING: Refuses = { sampling: true, textFormat: true };

/**
 * Claude on Bedrock by family, as observed in 2026; the first row whose text is part of the model id applies.
 * Models of other families refuse nothing.
 */
const FAMILIES: readonly (readonly [string, Refuses])[] = [
  ["claude-opus-5-5", ALL],
  ["claude-sonnet-5-5", ALL],
  ["claude-fable-5-1", ALL],
  ["claude-fable-5", NO_SAMPLING],
  ["claude-opus-5", NO_SAMPLING],
  ["claude-sonnet-5", NO_SAMPLING],
  ["claude-opus-4-8", NO_SAMPLING],
  ["claude-opus-4-7", NO_SAMPLING],
  ["claude-sonnet-4-6", { textFormat: true }],
  ["claude-haiku-4-5", { textFormat: true }],
  ["claude", {}],
];

/** Throws the ValidationException with which Bedrock would refuse this request for its model. */
export function requireAccepted(request: ConverseRequest): void {
  const refuses = FAMILIES.find(([family]) => request.modelId.includes(family))?.[1];
  const fault = refuses && (parameterFault(request, refuses) ?? shapeFault(request));
  if (fault) throw bedrockError("ValidationException", `The model returned the following errors: ${fault}`);
}

function parameterFault(
  { inferenceConfig, outputConfig, toolConfig }: ConverseRequest,
  refuses: Refuses,
): string | undefined {
  if (refuses.sampling && inferenceConfig?.temperature !== undefined)
    return "`temperature` is deprecated for this model.";
  if (refuses.sampling && inferenceConfig?.topP !== undefined) return "`top_p` is deprecated for this model.";
  if (refuses.textFormat && outputConfig?.textFormat)
    return "output_config.format: Extra inputs are not permitted";
  const forced = toolConfig?.toolChoice?.any ?? toolConfig?.toolChoice?.tool;
  if (refuses.forcedTool && forced)
    return 'tool_choice: type "tool" and "any" are not supported for this model.';
  return undefined;
}

/**
 * Native output and strict tools are compiled into a grammar; the schema of a tool that is not strict must
 * only have the type object.
 */
function shapeFault({ outputConfig, toolConfig }: ConverseRequest): string | undefined {
  const native = outputConfig?.textFormat?.structure.jsonSchema?.schema;
  const fault = native === undefined ? undefined : schemaFault([parseSchema(native)]);
  if (fault) return `output_config.format.schema: ${fault}`;
  const tools = (toolConfig?.tools ?? []).flatMap(({ toolSpec }) => toolSpec ?? []);
  for (const [index, { inputSchema, strict }] of tools.entries()) {
    const { json = {} } = inputSchema;
    if (json.type !== "object") return `tools.${index}.custom.input_schema.type: Field required`;
    if (["oneOf", "allOf", "anyOf"].some((keyword) => keyword in json))
      return `tools.${index}.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level`;
    const strictFault = strict ? schemaFault([json]) : undefined;
    if (strictFault) return `tools.${index}.custom: ${strictFault}`;
  }
  return undefined;
}

function parseSchema(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw bedrockError(
      "ValidationException",
      "outputConfig.textFormat.structure.jsonSchema.schema: not valid JSON",
    );
  }
}
