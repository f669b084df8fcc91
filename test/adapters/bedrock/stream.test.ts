import { afterEach, describe, expect, it } from "@jest/globals";
import { createModelCaller } from "#adapters/bedrock/model-caller.ts";
import { CallFailed, type ModelCaller, STOPPED } from "#core/model/converser.ts";
import { createBedrock } from "#local-cloud/bedrock/bedrock.ts";
import { bedrockError } from "#local-cloud/bedrock/errors.ts";
import type { StreamEvent } from "#local-cloud/bedrock/wire.ts";
import { bedrockClient, serveBedrock } from "#test/local-cloud/bedrock/serve.ts";
import { within } from "#test/support/limits.ts";
import { request } from "./world.ts";

/** A call to a model whose events are these, over a connection of its own. */
interface World {
  readonly caller: ModelCaller;
  /** Resolves when the server sees that the caller has closed the connection. */
  readonly closed: Promise<void>;
  end(): Promise<void>;
}

const running: World[] = [];
afterEach(async () => {
  for (const world of running.splice(0)) await world.end();
});

const start: StreamEvent = { messageStart: { role: "assistant" } };
const stop: StreamEvent = { messageStop: { stopReason: "end_turn" } };
const text = (piece: string): StreamEvent => ({
  contentBlockDelta: { delta: { text: piece }, contentBlockIndex: 0 },
});
const usage = (inputTokens: number, outputTokens: number): StreamEvent => ({
  metadata: {
    usage: { inputTokens, outputTokens, totalTokens: inputTokens + outputTokens },
    metrics: { latencyMs: 1 },
  },
});
const input = (piece: string): StreamEvent => ({
  contentBlockDelta: { delta: { toolUse: { input: piece } }, contentBlockIndex: 1 },
});
const tool: StreamEvent = {
  contentBlockStart: {
    start: { toolUse: { toolUseId: "t", name: "architect_answer" } },
    contentBlockIndex: 1,
  },
};

async function streaming(
  events: (signal: AbortSignal) => AsyncIterable<StreamEvent>,
  { protocol = "HTTP/2", silence_ms }: { protocol?: "HTTP/2" | "HTTP/1.1"; silence_ms?: number } = {},
): Promise<World> {
  const closed = Promise.withResolvers<void>();
  const bedrock = createBedrock({
    model: {
      converse: () => Promise.reject(new Error("streams only")),
      stream(_request, signal) {
        signal.addEventListener("abort", () => closed.resolve());
        return events(signal);
      },
    },
  });
  const served = await serveBedrock(bedrock);
  const client = bedrockClient(served.endpoint, protocol);
  const world = {
    caller: createModelCaller({ client, ...(silence_ms === undefined ? {} : { silence_ms }) }),
    closed: closed.promise,
    async end() {
      client.destroy();
      await served.close();
    },
  };
  running.push(world);
  return world;
}

/** The events, then silence until the caller goes away. */
async function* then(signal: AbortSignal, ...events: StreamEvent[]): AsyncGenerator<StreamEvent> {
  yield* events;
  await new Promise((resolve) => signal.addEventListener("abort", resolve));
}

async function* only(...events: StreamEvent[]): AsyncGenerator<StreamEvent> {
  yield* events;
}

async function failure({ caller }: World, rest: Parameters<typeof request>[0] = {}): Promise<CallFailed> {
  const error = await caller.call(request(rest)).then(
    () => undefined,
    (error) => error,
  );
  expect(error).toBeInstanceOf(CallFailed);
  return error;
}

describe("a streamed reply", () => {
  it("is passed on piece by piece and returned whole, with the reported usage", async () => {
    const { caller } = await streaming(() => only(start, text("one "), text("two"), stop, usage(7, 2)));
    const pieces: string[] = [];
    const accept = (piece: string) => pieces.push(piece) > 0;
    expect(await caller.call(request({ accept }))).toEqual({
      json: undefined,
      text: "one two",
      stop_reason: "end_turn",
      usage: { input_tokens: 7, output_tokens: 2, cache_read_tokens: 0, cache_write_tokens: 0 },
    });
    expect(pieces).toEqual(["one ", "two"]);
  });

  it("is the input of the answer tool, put together, beside its text", async () => {
    const events = () => only(start, text("Here:"), tool, input('{"na'), input('me":"todo"}'), stop);
    const { caller } = await streaming(events);
    expect(await caller.call(request())).toMatchObject({ json: { name: "todo" }, text: "Here:" });
  });

  it("keeps the incomplete input of a tool as text", async () => {
    const cut: StreamEvent = { messageStop: { stopReason: "max_tokens" } };
    const { caller } = await streaming(() => only(start, tool, input('{"name":"to'), cut, usage(7, 2)));
    expect(await caller.call(request())).toMatchObject({
      json: undefined,
      text: '{"name":"to',
      stop_reason: "max_tokens",
    });
  });

  it("without a report of its usage is counted by its bytes, and marked so", async () => {
    const { caller } = await streaming(() => only(start, text("x".repeat(300)), stop));
    const reply = await caller.call(request());
    expect(reply.usage).toMatchObject({ output_tokens: 100, estimated: true });
    expect(reply.usage.input_tokens).toBeGreaterThan(10);
  });
});

describe("a streamed reply that does not end well", () => {
  it.each([
    ["ModelStreamErrorException", "ModelUnavailable"],
    ["ThrottlingException", "ModelUnavailable"],
    ["ServiceUnavailableException", "ModelUnavailable"],
    ["InternalServerException", "ModelUnavailable"],
    ["ValidationException", "ModelRefused"],
  ] as const)("with %s in its middle is %s, and what was received is counted", async (name, code) => {
    const world = await streaming(async function* () {
      yield start;
      yield text("x".repeat(90));
      throw bedrockError(name, "the prompt was: a sentence that nobody else may read");
    });
    const error = await failure(world);
    expect(error).toMatchObject({ code, message: `The model call failed with ${name}.` });
    expect(error.usage).toMatchObject({ output_tokens: 30, estimated: true });
  });

  it("because it ends before its message does is ModelUnavailable", async () => {
    const error = await failure(await streaming(() => only(start, text("abc"))));
    expect(error).toMatchObject({ code: "ModelUnavailable", message: "The model's reply broke off." });
    expect(error.usage).toMatchObject({ output_tokens: 1, estimated: true });
  });

  it.each(["HTTP/2", "HTTP/1.1"] as const)(
    "because its connection dies is ModelUnavailable: %s",
    async (protocol) => {
      const world = await streaming((signal) => then(signal, start, text("abc")), { protocol });
      const accept = () => {
        void world.end();
        return true;
      };
      expect((await failure(world, { accept })).code).toBe("ModelUnavailable");
    },
  );

  it("because nothing arrives any more is ended, and its connection closed", async () => {
    const world = await streaming((signal) => then(signal, start, text("abc")), { silence_ms: 200 });
    expect((await failure(world)).message).toBe("The model sent nothing for 0.2 s.");
    await world.closed;
  });

  it.each(["HTTP/2", "HTTP/1.1"] as const)(
    "at the time limit has its connection closed: %s",
    async (protocol) => {
      const world = await streaming((signal) => then(signal, start, text("abc")), { protocol });
      const error = await failure(world, { timeout_ms: 300 });
      expect(error.message).toBe("The model did not respond within 0.3 s.");
      expect(error.usage).toMatchObject({ estimated: true });
      await world.closed;
    },
  );

  it.each(["HTTP/2", "HTTP/1.1"] as const)(
    "because it never ends is cut off, and its connection closed: %s",
    async (protocol) => {
      const world = await streaming(
        async function* (signal) {
          yield start;
          while (!signal.aborted) yield text("so on and so on ");
        },
        { protocol },
      );
      const reply = await world.caller.call(request({ max_tokens: 100, timeout_ms: within(60) }));
      expect(reply.stop_reason).toBe("max_tokens");
      expect(reply.text.length).toBeLessThan(3300);
      await world.closed;
    },
  );

  it.each(["HTTP/2", "HTTP/1.1"] as const)(
    "because its receiver refuses it has its connection closed: %s",
    async (protocol) => {
      const world = await streaming(
        (signal) => then(signal, start, text("good "), text("bad "), text("more")),
        {
          protocol,
        },
      );
      const accept = (piece: string) => piece !== "bad ";
      expect(await world.caller.call(request({ accept }))).toMatchObject({
        text: "good bad ",
        stop_reason: STOPPED,
        usage: { estimated: true },
      });
      await world.closed;
    },
  );
});
