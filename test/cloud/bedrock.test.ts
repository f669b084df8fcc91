import {
  type BedrockRuntimeClient,
  ConverseCommand,
  type ConverseCommandInput,
  ConverseStreamCommand,
  type ConverseStreamOutput,
  InvokeModelCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { afterAll, beforeAll, describe, expect, it } from "@jest/globals";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { fixtureModel } from "#local-cloud/bedrock/fixture.ts";
import { bedrockClient, serveBedrock } from "#test/local-cloud/bedrock/serve.ts";
import { has } from "./target.ts";

/**
 * Converse and ConverseStream as AWS documents them. Against another endpoint set CLOUD_ENDPOINT and CLOUD_MODEL;
 * the prompts ask any model for what our own script answers.
 */
const modelId =
  process.env.CLOUD_MODEL ??
  "arn:aws:bedrock:us-east-1:000000000000:inference-profile/us.anthropic.model-v1:0";
const script = fixtureModel([
  { match: { text: "weather" }, reply: { toolUse: { name: "get_weather", input: { city: "Zürich" } } } },
  { reply: { text: `${"Gantry — ".repeat(30)}pong` } },
]);

const answers = has("CLOUD_MODEL", "what a model answers");

let own: Awaited<ReturnType<typeof serveBedrock>> | undefined;
let endpoint: string;
beforeAll(async () => {
  own = process.env.CLOUD_ENDPOINT ? undefined : await serveBedrock(createBedrock({ model: script }));
  endpoint = own?.endpoint ?? process.env.CLOUD_ENDPOINT!;
});
afterAll(() => own?.close());

const ask = (text: string, rest: Partial<ConverseCommandInput> = {}): ConverseCommandInput => ({
  modelId,
  messages: [{ role: "user", content: [{ text }] }],
  ...rest,
});
const weather: Partial<ConverseCommandInput> = {
  toolConfig: {
    tools: [
      {
        toolSpec: {
          name: "get_weather",
          description: "Weather of a city",
          inputSchema: {
            json: { type: "object", properties: { city: { type: "string" } }, required: ["city"] },
          },
        },
      },
    ],
    toolChoice: { tool: { name: "get_weather" } },
  },
};

async function streamed(
  client: BedrockRuntimeClient,
  input: ConverseCommandInput,
): Promise<ConverseStreamOutput[]> {
  const { stream } = await client.send(new ConverseStreamCommand(input));
  const events: ConverseStreamOutput[] = [];
  for await (const event of stream!) events.push(event);
  return events;
}

describe.each(["HTTP/2", "HTTP/1.1"] as const)("Bedrock over %s", (protocol) => {
  let client: BedrockRuntimeClient;
  beforeAll(() => {
    client = bedrockClient(endpoint, protocol);
  });
  afterAll(() => client.destroy());

  (answers ? it : it.skip)("answers a message with text, a stop reason, usage and latency", async () => {
    const reply = await client.send(
      new ConverseCommand(
        ask("Answer with the word pong.", {
          system: [{ text: "Be brief." }],
          inferenceConfig: { maxTokens: 200 },
          requestMetadata: { mission: "m_1" },
        }),
      ),
    );
    expect(reply.output!.message!.role).toBe("assistant");
    expect(reply.output!.message!.content![0]!.text).toContain("pong");
    expect(reply.stopReason).toBe("end_turn");
    expect(reply.usage!.totalTokens).toBe(reply.usage!.inputTokens! + reply.usage!.outputTokens!);
    expect(reply.metrics!.latencyMs).toEqual(expect.any(Number));
    expect(reply.$metadata.requestId).toEqual(expect.any(String));
  });

  (answers ? it : it.skip)("answers with the tool it is told to use", async () => {
    const reply = await client.send(new ConverseCommand(ask("What is the weather in Zürich?", weather)));
    const used = reply.output!.message!.content!.find((block) => block.toolUse)!.toolUse!;
    expect(used).toMatchObject({ name: "get_weather", input: { city: "Zürich" } });
    expect(used.toolUseId).toMatch(/^[a-zA-Z0-9_-]+$/);
    expect(reply.stopReason).toBe("tool_use");
  });

  (answers ? it : it.skip)("streams text in the documented order of events", async () => {
    const events = await streamed(client, ask("Answer with the word pong."));
    const kinds = events.map((event) => Object.keys(event)[0]);
    expect(kinds[0]).toBe("messageStart");
    expect(kinds.slice(-3)).toEqual(["contentBlockStop", "messageStop", "metadata"]);
    expect(events.map((event) => event.contentBlockDelta?.delta?.text ?? "").join("")).toContain("pong");
    expect(events.at(-2)!.messageStop!.stopReason).toBe("end_turn");
    expect(events.at(-1)!.metadata!.usage!.totalTokens).toBeGreaterThan(0);
  });

  (answers ? it : it.skip)("streams a tool's input as pieces of JSON after its start", async () => {
    const events = await streamed(client, ask("What is the weather in Zürich?", weather));
    const start = events.find((event) => event.contentBlockStart?.start?.toolUse)!.contentBlockStart!;
    expect(start.start!.toolUse!.name).toBe("get_weather");
    const pieces = events.filter(
      ({ contentBlockDelta }) => contentBlockDelta?.contentBlockIndex === start.contentBlockIndex,
    );
    const input = pieces.map((event) => event.contentBlockDelta!.delta!.toolUse!.input).join("");
    expect(JSON.parse(input)).toEqual({ city: "Zürich" });
    expect(events.at(-2)!.messageStop!.stopReason).toBe("tool_use");
  });

  it.each([
    ["a conversation that starts with the assistant", [{ role: "assistant", content: [{ text: "hi" }] }]],
    ["a message without content", [{ role: "user", content: [] }]],
    [
      "bytes of an image format that does not exist",
      [{ role: "user", content: [{ image: { format: "bmp", source: { bytes: new Uint8Array([1]) } } }] }],
    ],
  ])("refuses %s with ValidationException", async (_name, messages) => {
    const request = client.send(new ConverseCommand({ modelId, messages: messages as never }));
    await expect(request).rejects.toMatchObject({
      name: "ValidationException",
      $metadata: { httpStatusCode: 400 },
    });
  });

  it("refuses a streamed request with the same errors as a call, before the stream begins", async () => {
    const request = client.send(new ConverseStreamCommand({ modelId, messages: [] }));
    await expect(request).rejects.toMatchObject({ name: "ValidationException" });
  });

  it("refuses an InvokeModel body that no model accepts", async () => {
    const request = client.send(new InvokeModelCommand({ modelId, body: "not json" }));
    await expect(request).rejects.toMatchObject({ name: "ValidationException" });
  });
});
