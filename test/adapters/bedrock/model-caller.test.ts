import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { BedrockRuntimeClient } from "@aws-sdk/client-bedrock-runtime";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "@jest/globals";
import { NodeHttpHandler } from "@smithy/node-http-handler";
import { createModelCaller } from "#adapters/bedrock/model-caller.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { AnswerStrategy } from "#core/model/capabilities.ts";
import { isFormatRefused } from "#core/model/converser.ts";
import { problemsOf } from "#test/local-cloud/bedrock/smithy-check.ts";
import { FORM, type ModelWorld, modelWorld, plainRequest, request } from "./world.ts";

const SECRET = "a sentence that nobody else may read";
let failure: string | undefined;
let reply: object = { toolUse: { name: "architect_answer", input: { name: "todo" } } };
let world: ModelWorld;

beforeAll(async () => {
  world = await modelWorld((asked) =>
    failure === undefined
      ? reply
      : { error: { code: failure as never, message: `the prompt was: ${JSON.stringify(asked.messages)}` } },
  );
});
afterAll(() => world.close());

const servers: Server[] = [];
afterEach(() => Promise.all(servers.splice(0).map(stop)));

const refusal = async (call: Promise<unknown>): Promise<GantryError> => {
  const error = await call.then(
    () => undefined,
    (error) => error,
  );
  expect(error).toBeInstanceOf(GantryError);
  return error;
};

describe("a Bedrock request", () => {
  it.each(["json_schema", "forced_tool", "auto_tool"] as AnswerStrategy[])(
    "by %s is valid against the SDK's own model and accepted by the service",
    async (strategy) => {
      await world.caller.call(
        request({
          strategy,
          temperature: 0.2,
          messages: [
            {
              role: "user",
              text: "draw this",
              image: { media_type: "image/png", bytes: new Uint8Array([1, 2]) },
            },
            { role: "assistant", text: "{}" },
            { role: "user", text: "again" },
          ],
        }),
      );
      const sent = world.requests.at(-1)!;
      expect(problemsOf("ConverseRequest$", sent)).toEqual([]);
      expect(sent).toMatchObject({
        modelId: "us.anthropic.claude-test-v1:0",
        system: [{ text: "You draft apps." }],
        inferenceConfig: { maxTokens: 500, temperature: 0.2 },
        requestMetadata: { "gantry-role": "architect" },
      });
      expect(sent.messages).toEqual([
        {
          role: "user",
          content: [{ image: { format: "png", source: { bytes: "AQI=" } } }, { text: "draw this" }],
        },
        { role: "assistant", content: [{ text: "{}" }] },
        { role: "user", content: [{ text: "again" }] },
      ]);
    },
  );

  it("constrains the answer to the schema as its strategy requires", async () => {
    const sent = async (strategy: AnswerStrategy) => {
      await world.caller.call(request({ strategy }));
      return world.requests.at(-1)!;
    };
    const { schema } = FORM;
    const forced = await sent("forced_tool");
    expect(forced.toolConfig).toMatchObject({
      tools: [{ toolSpec: { name: "architect_answer", inputSchema: { json: schema } } }],
      toolChoice: { tool: { name: "architect_answer" } },
    });
    expect(forced.outputConfig).toBeUndefined();
    expect(forced.inferenceConfig).not.toHaveProperty("temperature");
    expect((await sent("auto_tool")).toolConfig!.toolChoice).toEqual({ auto: {} });
    await world.caller.call(plainRequest());
    const plain = world.requests.at(-1)!;
    expect([plain.toolConfig, plain.outputConfig]).toEqual([undefined, undefined]);
    const shaped = await sent("json_schema");
    expect(shaped.toolConfig).toBeUndefined();
    const { jsonSchema } = shaped.outputConfig!.textFormat!.structure;
    expect(JSON.parse(jsonSchema!.schema)).toEqual(schema);
  });
});

describe("a Bedrock reply", () => {
  it("is read as the tool's input or as text, with its stop reason", async () => {
    reply = { text: "Here it is.", toolUse: { name: "architect_answer", input: { name: "todo" } } };
    expect(await world.caller.call(request())).toMatchObject({
      json: { name: "todo" },
      text: "Here it is.",
      stop_reason: "tool_use",
    });
    reply = { text: '{"name":', stopReason: "max_tokens" };
    expect(await world.caller.call(request())).toMatchObject({
      json: undefined,
      text: '{"name":',
      stop_reason: "max_tokens",
    });
    reply = { toolUse: { name: "another_tool", input: { name: "x" } } };
    expect((await world.caller.call(request())).json).toBeUndefined();
  });

  it("reports token use, including the cache", async () => {
    reply = {
      text: "x",
      usage: { inputTokens: 11, outputTokens: 22, cacheReadInputTokens: 33, cacheWriteInputTokens: 44 },
    };
    expect((await world.caller.call(request())).usage).toEqual({
      input_tokens: 11,
      output_tokens: 22,
      cache_read_tokens: 33,
      cache_write_tokens: 44,
    });
    reply = { text: "x", usage: { inputTokens: 1, outputTokens: 2 } };
    expect((await world.caller.call(request())).usage).toMatchObject({
      cache_read_tokens: 0,
      cache_write_tokens: 0,
    });
  });
});

describe("a failed Bedrock call", () => {
  it.each([
    ["ThrottlingException", "ModelUnavailable"],
    ["ServiceUnavailableException", "ModelUnavailable"],
    ["InternalServerException", "ModelUnavailable"],
    ["ModelNotReadyException", "ModelUnavailable"],
    ["ModelTimeoutException", "ModelUnavailable"],
    ["ModelErrorException", "ModelUnavailable"],
    ["ModelStreamErrorException", "ModelUnavailable"],
    ["AccessDeniedException", "ModelRefused"],
    ["ResourceNotFoundException", "ModelRefused"],
    ["ServiceQuotaExceededException", "ModelRefused"],
    ["ValidationException", "ModelRefused"],
  ])("%s becomes %s, with its name in the message and nothing of the prompt", async (name, code) => {
    failure = name;
    const error = await refusal(world.caller.call(request()));
    failure = undefined;
    expect(error).toMatchObject({ code, detail: { model: "us.anthropic.claude-test-v1:0" } });
    expect(error.message).toContain(name);
    expect(`${error.message} ${JSON.stringify(error.detail)}`).not.toContain(SECRET);
    expect((error.cause as Error).name).toBe(name);
  });

  it.each([
    ["text/html", `<html>${SECRET}</html>`],
    ["application/json", JSON.stringify({ message: SECRET })],
  ])("with a 5xx from a proxy (%s) is ModelUnavailable", async (type, body) => {
    const server = await serve((_req, res) => {
      res.writeHead(502, { "content-type": type });
      res.end(body);
    });
    const error = await refusal(at(server).call(request()));
    expect(error.code).toBe("ModelUnavailable");
    expect(error.message).not.toContain(SECRET);
  });

  it.each([
    ["output_config.format.schema: For 'array' type, property 'maxItems' is not supported", true],
    ["output_config.format: Extra inputs are not permitted", true],
    ['tool_choice: type "tool" and "any" are not supported for this model.', true],
    ["tools.0.custom.input_schema: input_schema does not support oneOf", true],
    ["The compiled grammar is too large, which would cause performance issues.", true],
    ["the model server answered 400: registry/qwen does not support tools", true],
    ["prompt is too long: 210000 tokens > 200000 maximum", false],
    ["`temperature` is deprecated for this model.", false],
  ])("is classified by whether the model rejected the answer's format: %s", async (message, expected) => {
    const server = await serve((_req, res) => {
      res.writeHead(400, { "content-type": "application/json", "x-amzn-errortype": "ValidationException" });
      res.end(JSON.stringify({ message: `The model returned the following errors: ${message}` }));
    });
    const error = await refusal(at(server).call(request()));
    expect(error.code).toBe("ModelRefused");
    expect(isFormatRefused(error)).toBe(expected);
    expect(`${error.message} ${JSON.stringify(error.detail)}`).not.toContain(message);
  });

  it("is ModelUnavailable when the endpoint cannot be reached", async () => {
    const server = await serve(() => {});
    const gone = at(server);
    await stop(server);
    expect((await refusal(gone.call(request()))).code).toBe("ModelUnavailable");
  });
});

describe("the time limit of a Bedrock call", () => {
  it.each([
    ["never answers", () => {}],
    [
      "stops in the middle of its answer",
      (res: any) => {
        res.writeHead(200, { "content-type": "application/json" });
        res.write('{"output":');
      },
    ],
  ])("ends a call to a server that %s", async (_what, answer) => {
    const server = await serve((_req, res) => answer(res));
    const error = await refusal(at(server).call(request({ timeout_ms: 300 })));
    expect(error).toMatchObject({
      code: "ModelUnavailable",
      message: "The model did not respond within 0.3 s.",
    });
  });

  it("ends a slow call over HTTP/2 too", async () => {
    reply = { text: "late", delayMs: 60_000 };
    const error = await refusal(world.caller.call(request({ timeout_ms: 300 })));
    expect(error).toMatchObject({ code: "ModelUnavailable", message: expect.stringContaining("0.3 s") });
    reply = { text: "x" };
    expect((await world.caller.call(request())).text).toBe("x");
  });
});

function at(server: Server) {
  const endpoint = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const client = new BedrockRuntimeClient({
    endpoint,
    requestHandler: new NodeHttpHandler(),
    maxAttempts: 1,
  });
  return createModelCaller({ client });
}

async function serve(handle: Parameters<typeof createServer>[1]): Promise<Server> {
  const server = createServer(handle);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  servers.push(server);
  return server;
}

async function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
}
