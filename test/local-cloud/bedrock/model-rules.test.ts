import {
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { fixtureModel } from "#local-cloud/bedrock/fixture.ts";
import { bedrockClient, serveBedrock } from "./serve.ts";

let served: Awaited<ReturnType<typeof serveBedrock>>;
let client: ReturnType<typeof bedrockClient>;
beforeAll(async () => {
  served = await serveBedrock(createBedrock({ model: fixtureModel([{ reply: { text: "{}" } }]) }));
  client = bedrockClient(served.endpoint, "HTTP/2");
});
afterAll(async () => {
  client.destroy();
  await served.close();
});

const SCHEMA = {
  type: "object",
  properties: { a: { type: "string" } },
  required: ["a"],
  additionalProperties: false,
};
const LIMITED = { ...SCHEMA, properties: { a: { type: "string", maxLength: 3 } } };
const textFormat = (schema: object): Partial<ConverseCommandInput> => ({
  outputConfig: {
    textFormat: { type: "json_schema", structure: { jsonSchema: { schema: JSON.stringify(schema) } } },
  },
});
const tool = (json: object, rest: object = {}, toolChoice: object = { tool: { name: "t" } }) =>
  ({
    toolConfig: { tools: [{ toolSpec: { name: "t", inputSchema: { json }, ...rest } }], toolChoice },
  }) as Partial<ConverseCommandInput>;

/** To its end: a stream that nobody reads keeps its connection. */
async function readStream(input: ConverseCommandInput): Promise<void> {
  const { stream = [] } = await client.send(new ConverseStreamCommand(input));
  for await (const _ of stream);
}

/** The refusal of a request, or "accepted"; the same for a stream. */
async function asked(model: string, rest: Partial<ConverseCommandInput>): Promise<string> {
  const input = {
    modelId: `us.anthropic.${model}-20260101-v1:0`,
    messages: [{ role: "user" as const, content: [{ text: "hi" }] }],
    ...rest,
  };
  const outcome = (sent: Promise<unknown>) =>
    sent.then(
      () => "accepted",
      ({ name, message }: Error) => `${name}: ${message}`,
    );
  const whole = await outcome(client.send(new ConverseCommand(input)));
  expect(await outcome(readStream(input))).toBe(whole);
  return whole.replace("ValidationException: The model returned the following errors: ", "");
}

const NO_TEMPERATURE = "`temperature` is deprecated for this model.";
const NO_FORMAT = "output_config.format: Extra inputs are not permitted";
const NO_FORCE = 'tool_choice: type "tool" and "any" are not supported for this model.';

describe("a stand-in for a model of Bedrock", () => {
  it.each([
    ["claude-sonnet-4-5", "accepted", "accepted", "accepted"],
    ["claude-opus-4-5", "accepted", "accepted", "accepted"],
    ["claude-opus-4-6", "accepted", "accepted", "accepted"],
    ["claude-haiku-4-5", "accepted", NO_FORMAT, "accepted"],
    ["claude-sonnet-4-6", "accepted", NO_FORMAT, "accepted"],
    ["claude-opus-4-7", NO_TEMPERATURE, NO_FORMAT, "accepted"],
    ["claude-opus-4-8", NO_TEMPERATURE, NO_FORMAT, "accepted"],
    ["claude-opus-5", NO_TEMPERATURE, NO_FORMAT, "accepted"],
    ["claude-sonnet-5", NO_TEMPERATURE, NO_FORMAT, "accepted"],
    ["claude-opus-5-5", NO_TEMPERATURE, NO_FORMAT, NO_FORCE],
    ["claude-sonnet-5-5", NO_TEMPERATURE, NO_FORMAT, NO_FORCE],
    ["claude-fable-5-1", NO_TEMPERATURE, NO_FORMAT, NO_FORCE],
  ])("refuses what %s refuses", async (model, temperature, format, forced) => {
    expect(await asked(model, { inferenceConfig: { temperature: 0.2 } })).toBe(temperature);
    expect(await asked(model, textFormat(SCHEMA))).toBe(format);
    expect(await asked(model, tool(SCHEMA))).toBe(forced);
    expect(await asked(model, tool(SCHEMA, {}, { any: {} }))).toBe(forced);
    expect(await asked(model, tool(LIMITED, {}, { auto: {} }))).toBe("accepted");
  });

  it("compiles the schemas of native output and of strict tools, and only those", async () => {
    const fault = "For 'string' type, property 'maxLength' is not supported";
    expect(await asked("claude-sonnet-4-5", textFormat(LIMITED))).toBe(
      `output_config.format.schema: ${fault}`,
    );
    expect(await asked("claude-sonnet-4-5", tool(LIMITED, { strict: true }))).toBe(
      `tools.0.custom: ${fault}`,
    );
    expect(await asked("claude-sonnet-4-5", tool(LIMITED))).toBe("accepted");
  });

  it("refuses a tool whose input is not a plain object", async () => {
    expect(await asked("claude-sonnet-4-5", tool({ type: "object", oneOf: [SCHEMA] }))).toBe(
      "tools.0.custom.input_schema: input_schema does not support oneOf, allOf, or anyOf at the top level",
    );
  });

  it("does not apply the rules of Claude to other models", async () => {
    expect(
      await asked("qwen3-coder", { ...textFormat(LIMITED), inferenceConfig: { temperature: 0.2 } }),
    ).toBe("accepted");
  });
});
