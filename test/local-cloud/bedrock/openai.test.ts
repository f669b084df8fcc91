import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, it } from "@jest/globals";
import { type OpenAiOptions, openAiModel } from "#local-cloud/bedrock/openai.ts";
import { openAiRequest } from "#local-cloud/bedrock/openai-request.ts";
import type { ConverseRequest } from "#local-cloud/bedrock/wire.ts";
import { readBody, send } from "#local-cloud/http.ts";
import { problemsOf } from "./smithy-check.ts";

let server: Server | undefined;
afterEach(async () => {
  server?.closeAllConnections();
  await new Promise((resolve) => (server ? server.close(resolve) : resolve(undefined)));
  server = undefined;
});

const base: ConverseRequest = { modelId: "m", messages: [{ role: "user", content: [{ text: "hi" }] }] };
const completion = (message: object, finish_reason = "stop", usage?: object) => ({
  id: "x",
  object: "chat.completion",
  choices: [{ index: 0, finish_reason, message: { role: "assistant", ...message } }],
  ...(usage && { usage }),
});

/** Asks a server that gives this answer; returns the reply and what the server was sent. */
async function ask(status: number, answer: unknown, options: Partial<OpenAiOptions> = {}, request = base) {
  const seen: any[] = [];
  server = createServer((req, res) => {
    void (async () => {
      const body = JSON.parse((await readBody(req)).toString());
      seen.push({ url: req.url, authorization: req.headers.authorization, body });
      if (answer !== undefined)
        send(res, status, typeof answer === "string" ? answer : JSON.stringify(answer));
    })();
  });
  await new Promise<void>((resolve) => server!.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`;
  const model = openAiModel({ url, model: "llama", apiKey: "key", ...options });
  const reply = await model.converse(request, new AbortController().signal);
  return { reply, seen };
}

describe("a request to an OpenAI-compatible server", () => {
  it("contains system, text, images, calls and results in their order", () => {
    const request: ConverseRequest = {
      modelId: "m",
      system: [{ text: "Be brief." }, { cachePoint: { type: "default" } }, { text: "Be kind." }],
      messages: [
        {
          role: "user",
          content: [
            { text: "look" },
            { image: { format: "png", source: { bytes: "AQID" } } },
            { cachePoint: { type: "default" } },
          ],
        },
        {
          role: "assistant",
          content: [{ text: "hm" }, { toolUse: { toolUseId: "u1", name: "t", input: { a: 1 } } }],
        },
        {
          role: "user",
          content: [
            { text: "and?" },
            { toolResult: { toolUseId: "u1", content: [{ text: "yes" }, { json: { b: 2 } }] } },
          ],
        },
      ],
    };
    expect(openAiRequest(request, "llama")).toEqual({
      model: "llama",
      messages: [
        { role: "system", content: "Be brief.\n\nBe kind." },
        {
          role: "user",
          content: [
            { type: "text", text: "look" },
            { type: "image_url", image_url: { url: "data:image/png;base64,AQID" } },
          ],
        },
        {
          role: "assistant",
          content: "hm",
          tool_calls: [{ id: "u1", type: "function", function: { name: "t", arguments: '{"a":1}' } }],
        },
        { role: "tool", tool_call_id: "u1", content: 'yes\n{"b":2}' },
        { role: "user", content: [{ type: "text", text: "and?" }] },
      ],
    });
  });

  it.each([
    [{ tool: { name: "t" } }, { type: "function", function: { name: "t" } }],
    [{ any: {} }, "required"],
    [{ auto: {} }, "auto"],
    [undefined, "auto"],
  ])("translates the tool choice %j into %j", (toolChoice, expected) => {
    const schema = { type: "object" };
    const request = {
      ...base,
      toolConfig: {
        tools: [
          { toolSpec: { name: "t", description: "d", inputSchema: { json: schema }, strict: true } },
          { cachePoint: { type: "default" as const } },
        ],
        ...(toolChoice && { toolChoice }),
      },
    };
    expect(openAiRequest(request, "llama")).toMatchObject({
      tools: [
        { type: "function", function: { name: "t", description: "d", parameters: schema, strict: true } },
      ],
      tool_choice: expected,
    });
  });

  it("contains limits, effort and the schema of the reply", () => {
    const jsonSchema = { schema: '{"type":"object"}', name: "plan" };
    expect(
      openAiRequest(
        {
          ...base,
          inferenceConfig: { maxTokens: 5, temperature: 0, topP: 0.5, stopSequences: ["END"] },
          outputConfig: { effort: "max", textFormat: { type: "json_schema", structure: { jsonSchema } } },
        },
        "llama",
      ),
    ).toMatchObject({
      max_tokens: 5,
      temperature: 0,
      top_p: 0.5,
      stop: ["END"],
      reasoning_effort: "high",
      response_format: {
        type: "json_schema",
        json_schema: { name: "plan", schema: { type: "object" }, strict: true },
      },
    });
  });

  it("is refused where content would be lost", () => {
    const reasoning = { reasoningContent: { reasoningText: { text: "hm" } } };
    const lost: ConverseRequest[] = [
      { ...base, additionalModelRequestFields: { thinking: {} } },
      { ...base, messages: [...base.messages, { role: "assistant", content: [reasoning] }] },
      {
        ...base,
        messages: [{ role: "user", content: [{ toolUse: { toolUseId: "u", name: "t", input: 1 } }] }],
      },
    ];
    for (const request of lost)
      expect(() => openAiRequest(request, "m")).toThrow(/is not supported with an OpenAI/);
  });
});

describe("the reply of an OpenAI-compatible server", () => {
  it("becomes a Converse reply that the SDK's model accepts", async () => {
    const usage = { prompt_tokens: 10, completion_tokens: 4, prompt_tokens_details: { cached_tokens: 3 } };
    const { reply, seen } = await ask(200, completion({ content: "hello" }, "stop", usage), { now: () => 0 });
    expect(reply).toEqual({
      output: { message: { role: "assistant", content: [{ text: "hello" }] } },
      stopReason: "end_turn",
      usage: { inputTokens: 7, outputTokens: 4, totalTokens: 14, cacheReadInputTokens: 3 },
      metrics: { latencyMs: 0 },
    });
    expect(problemsOf("ConverseResponse$", reply)).toEqual([]);
    expect(seen[0]).toMatchObject({
      url: "/v1/chat/completions",
      authorization: "Bearer key",
      body: { model: "llama" },
    });
  });

  it("may be a tool call, whatever its finish reason", async () => {
    const tool_calls = [{ id: "c1", type: "function", function: { name: "t", arguments: '{"a":[1]}' } }];
    const { reply } = await ask(200, completion({ content: null, tool_calls }, "stop"));
    expect(reply.stopReason).toBe("tool_use");
    expect(reply.output.message.content).toEqual([
      { toolUse: { toolUseId: "c1", name: "t", input: { a: [1] } } },
    ]);
  });

  it.each([
    ["length", "max_tokens"],
    ["content_filter", "content_filtered"],
    ["constructor", "end_turn"],
  ])("that ended with %s ends with %s", async (finish, stopReason) => {
    expect((await ask(200, completion({ content: "x" }, finish))).reply.stopReason).toBe(stopReason);
  });

  it.each([
    [400, "ValidationException"],
    [401, "AccessDeniedException"],
    [404, "ResourceNotFoundException"],
    [418, "ValidationException"],
    [429, "ThrottlingException"],
    [500, "ModelErrorException"],
    [503, "ServiceUnavailableException"],
    [504, "ModelTimeoutException"],
  ])("with status %d is %s", async (status, code) => {
    await expect(ask(status, "out of\nluck")).rejects.toMatchObject({
      code,
      message: `the model server answered ${status}: out of luck`,
    });
  });

  it.each([
    ["no JSON", "<html>"],
    ["no choice", { choices: [] }],
    [
      "a call that is not JSON",
      completion({ tool_calls: [{ id: "c", function: { name: "t", arguments: "{" } }] }),
    ],
  ])("that is %s is a ModelErrorException", async (_name, answer) => {
    await expect(ask(200, answer)).rejects.toMatchObject({ code: "ModelErrorException" });
  });

  it("that takes too long is a ModelTimeoutException", async () => {
    await expect(ask(200, undefined, { timeoutMs: 30 })).rejects.toMatchObject({
      code: "ModelTimeoutException",
    });
  });

  it("that cannot be obtained is a ServiceUnavailableException", async () => {
    const url = "http://127.0.0.1:1/v1";
    await expect(ask(200, "", { url })).rejects.toMatchObject({ code: "ServiceUnavailableException" });
  });
});
