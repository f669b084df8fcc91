import {
  type BedrockRuntimeClient,
  ConverseCommand,
  ConverseStreamCommand,
} from "@aws-sdk/client-bedrock-runtime";
import { afterEach, describe, expect, it } from "@jest/globals";
import type { ModelBackend } from "#local-cloud/bedrock/backend.ts";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { bedrockError, bedrockErrorCodes } from "#local-cloud/bedrock/errors.ts";
import { fixtureModel } from "#local-cloud/bedrock/fixture.ts";
import type { ConverseRequest } from "#local-cloud/bedrock/wire.ts";
import { bedrockClient, serveBedrock } from "./serve.ts";

let served: Awaited<ReturnType<typeof serveBedrock>>;
let client: BedrockRuntimeClient;
const seen: unknown[] = [];
afterEach(async () => {
  client.destroy();
  await served.close();
  seen.length = 0;
});

async function start(model: ModelBackend): Promise<void> {
  served = await serveBedrock(createBedrock({ model, onError: (error) => seen.push(error) }));
  client = bedrockClient(served.endpoint, "HTTP/2");
}

const input = { modelId: "m", messages: [{ role: "user" as const, content: [{ text: "hi" }] }] };

/** What reaches the wire when no client has a say in it. */
async function raw(body: unknown, path = "/model/m/converse", method = "POST") {
  const response = await fetch(served.endpoint + path, {
    method,
    headers: { authorization: "Bearer key" },
    ...(method === "POST" && { body: typeof body === "string" ? body : JSON.stringify(body) }),
  });
  return [
    response.status,
    response.headers.get("x-amzn-errortype"),
    ((await response.json()) as { message: string }).message,
  ];
}

describe("the errors of Bedrock", () => {
  it.each([
    ["AccessDeniedException", 403],
    ["InternalServerException", 500],
    ["ModelErrorException", 424],
    ["ModelNotReadyException", 429],
    ["ModelTimeoutException", 408],
    ["ResourceNotFoundException", 404],
    ["ServiceQuotaExceededException", 400],
    ["ServiceUnavailableException", 503],
    ["ThrottlingException", 429],
    ["ValidationException", 400],
  ] as const)("have name, status and message: %s is %d", async (code, status) => {
    await start(fixtureModel(() => ({ error: { code, message: "because" } })));
    const expected = { name: code, message: "because", $metadata: { httpStatusCode: status } };
    await expect(client.send(new ConverseCommand(input))).rejects.toMatchObject(expected);
    await expect(client.send(new ConverseStreamCommand(input))).rejects.toMatchObject(expected);
  });

  it.each([
    ["ThrottlingException", "ThrottlingException"],
    ["ServiceUnavailableException", "ServiceUnavailableException"],
    ["ModelTimeoutException", "ModelStreamErrorException"],
  ] as const)("are sent as events once the stream has begun: %s as %s", async (code, name) => {
    await start(fixtureModel(() => ({ error: { code, message: "because", afterText: "half an ans" } })));
    const { stream } = await client.send(new ConverseStreamCommand(input));
    let text = "";
    const read = async () => {
      for await (const event of stream!) text += event.contentBlockDelta?.delta?.text ?? "";
    };
    await expect(read()).rejects.toMatchObject({ name, message: "because" });
    expect(text).toBe("half an ans");
  });

  it("contain nothing of an internal error", async () => {
    const cause = new Error("secret");
    await start({ converse: () => Promise.reject(cause) });
    await expect(client.send(new ConverseCommand(input))).rejects.toMatchObject({
      name: "InternalServerException",
      message: "The model backend failed unexpectedly.",
    });
    expect(seen).toEqual([cause]);
  });

  it("cover every code", () => {
    for (const code of bedrockErrorCodes) expect(bedrockError(code, "x").status).toBeGreaterThanOrEqual(400);
  });
});

describe("a Converse request", () => {
  const ok = fixtureModel(() => ({ text: "ok" }));
  const user = (...content: unknown[]) => ({ messages: [{ role: "user", content }] });

  it.each([
    ["an unknown member", { ...user({ text: "x" }), temperature: 1 }, "temperature"],
    ["an unknown member deep inside", user({ text: "x", cache: true }), "messages.0.content.0"],
    ["two members of a union", user({ text: "x", cachePoint: { type: "default" } }), "exactly one member"],
    ["no member of a union", user({}), "messages.0.content.0: exactly one member"],
    ["bytes that are not base64", user({ image: { format: "png", source: { bytes: "%" } } }), "source.bytes"],
    [
      "a tool without a schema",
      { ...user({ text: "x" }), toolConfig: { tools: [{ toolSpec: { name: "t" } }] } },
      "inputSchema",
    ],
    ["a guardrail", { ...user({ text: "x" }), guardrailConfig: {} }, "guardrailConfig"],
    [
      "21 images",
      user(...Array(21).fill({ image: { format: "png", source: { bytes: "AAAA" } } })),
      "at most 20 images",
    ],
    [
      "an image above 3.75 MB",
      user({ image: { format: "png", source: { bytes: "AAAA".repeat(1_400_000) } } }),
      "3.75 MB",
    ],
    ["no JSON", "{", "not valid JSON"],
  ])("with %s is refused with its name", async (_name, body, message) => {
    await start(ok);
    expect(await raw(body)).toEqual([400, "ValidationException", expect.stringContaining(message)]);
  });

  it("for another operation is refused", async () => {
    await start(ok);
    expect(await raw({}, "/model/m/invoke")).toEqual([
      400,
      "ValidationException",
      "The operation invoke is not supported; use converse.",
    ]);
    expect(await raw({}, "/model/m/converse", "GET")).toEqual([
      404,
      "UnknownOperationException",
      "GET /model/m/converse is not an operation",
    ]);
  });

  it("reaches the backend as the SDK sent it", async () => {
    const requests: ConverseRequest[] = [];
    await start(
      fixtureModel((request) => {
        requests.push(request);
        return { text: "ok" };
      }),
    );
    const modelId = "arn:aws:bedrock:us-east-1:1:inference-profile/us.a.b-v1:0";
    await client.send(
      new ConverseCommand({
        modelId,
        system: [{ text: "s" }, { cachePoint: { type: "default", ttl: "1h" } }],
        messages: [
          {
            role: "user",
            content: [
              { text: "t" },
              { image: { format: "png", source: { bytes: new Uint8Array([1, 2, 3]) } } },
            ],
          },
          {
            role: "assistant",
            content: [{ toolUse: { toolUseId: "u1", name: "t", input: { a: [1, null] } } }],
          },
          {
            role: "user",
            content: [{ toolResult: { toolUseId: "u1", status: "success", content: [{ json: { b: 2 } }] } }],
          },
        ],
        inferenceConfig: { maxTokens: 10, stopSequences: ["END"] },
        toolConfig: {
          tools: [{ toolSpec: { name: "t", inputSchema: { json: { type: "object" } }, strict: true } }],
          toolChoice: { any: {} },
        },
        outputConfig: {
          effort: "xhigh",
          textFormat: { type: "json_schema", structure: { jsonSchema: { schema: "{}", name: "n" } } },
        },
        serviceTier: { type: "priority" },
        performanceConfig: { latency: "optimized" },
        requestMetadata: { tenant: "t_1" },
        additionalModelRequestFields: { thinking: { type: "adaptive" } },
      }),
    );
    expect(requests[0]).toMatchObject({
      modelId,
      messages: [
        { content: [{ text: "t" }, { image: { format: "png", source: { bytes: "AQID" } } }] },
        {},
        {},
      ],
      toolConfig: { toolChoice: { any: {} } },
      outputConfig: { effort: "xhigh" },
    });
  });
});

describe("a caller that disconnects", () => {
  it("aborts the backend's call", async () => {
    const entered = Promise.withResolvers<void>();
    const stopped = Promise.withResolvers<void>();
    await start({
      converse: (_request, signal) => {
        signal.addEventListener("abort", () => stopped.resolve());
        entered.resolve();
        return new Promise(() => {});
      },
    });
    const abort = new AbortController();
    const call = client.send(new ConverseCommand(input), { abortSignal: abort.signal });
    const failed = expect(call).rejects.toMatchObject({ name: "AbortError" });
    await entered.promise;
    abort.abort();
    await failed;
    await stopped.promise;
    expect(seen).toEqual([]);
  });
});
