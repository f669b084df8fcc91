import {
  type BedrockRuntimeClient,
  BedrockRuntimeServiceException,
  ConverseStreamCommand,
  type ConverseStreamOutput,
} from "@aws-sdk/client-bedrock-runtime";
import { converseInput } from "#adapters/bedrock/converse-input.ts";
import { Received } from "#adapters/bedrock/received.ts";
import { type ErrorCode, GantryError } from "#core/kernel/errors.ts";
import {
  CallFailed,
  formatRefused,
  type ModelCall,
  type ModelCaller,
  type ModelReply,
  type TokenUsage,
} from "#core/model/converser.ts";

/** Errors after which the same call may succeed; the state machine retries them. */
const RETRYABLE = new Set([
  "ThrottlingException",
  "ServiceUnavailableException",
  "InternalServerException",
  "ModelNotReadyException",
  "ModelTimeoutException",
  "ModelErrorException",
  "ModelStreamErrorException",
]);

/** Errors of a model that had already read its input. */
const AFTER_INPUT = new Set(["ModelTimeoutException", "ModelErrorException", "ModelStreamErrorException"]);

/** Words in validation errors about the schema, tool or format of the answer. */
const FORMAT_REFUSED = /output_?config|response_format|tool_?choice|\btools?\b|schema|grammar/i;

/** Longest time without an event of a reply; a model that thinks sends events meanwhile. */
const SILENCE_MS = 90_000;

interface Options {
  readonly client: BedrockRuntimeClient;
  readonly silence_ms?: number;
}

/**
 * Calls Bedrock's ConverseStream operation. The abort signal closes the connection when the time limit is reached, when
 * nothing arrives any more, or when enough has arrived; the SDK's own timeouts only warn.
 */
export function createModelCaller({ client, silence_ms = SILENCE_MS }: Options): ModelCaller {
  return {
    async call(request) {
      const limits = startLimits(request, silence_ms);
      const received = new Received(request);
      let begun = false;
      try {
        const { stream } = await limits.race(
          client.send(new ConverseStreamCommand(converseInput(request)), { abortSignal: limits.signal }),
        );
        begun = true;
        return await receive(stream ?? [], received, limits);
      } catch (error) {
        const why = limits.why();
        limits.close();
        throw toError(error, request, { begun, usage: received.usage, why });
      } finally {
        limits.end();
      }
    },
  };
}

/** Reads events until the reply is whole or refused by its receiver. Throws when the stream ends before that. */
async function receive(
  stream: AsyncIterable<ConverseStreamOutput> | Iterable<ConverseStreamOutput>,
  received: Received,
  limits: Limits,
): Promise<ModelReply> {
  const events = Symbol.asyncIterator in stream ? stream[Symbol.asyncIterator]() : stream[Symbol.iterator]();
  for (;;) {
    const { done, value } = await limits.race(Promise.resolve(events.next()));
    if (done) break;
    if (received.add(value)) continue;
    limits.close();
    break;
  }
  if (!received.isWhole) throw new Error("the stream ended before the message did");
  return received.reply();
}

interface Limits {
  readonly signal: AbortSignal;
  /** Rejects when a limit is reached first. */
  race<T>(work: Promise<T>): Promise<T>;
  /** The limit that was reached, as a sentence. */
  why(): string | undefined;
  /** Closes the connection before its end. */
  close(): void;
  /** Stops the timers. */
  end(): void;
}

function startLimits({ timeout_ms }: ModelCall, silence_ms: number): Limits {
  const abort = new AbortController();
  let why: string | undefined;
  let fail: (error: Error) => void = () => {};
  const stop = (sentence: string) => () => {
    why = sentence;
    abort.abort();
    fail(new Error(sentence));
  };
  const deadline = setTimeout(stop(`The model did not respond within ${timeout_ms / 1000} s.`), timeout_ms);
  const silence = setTimeout(stop(`The model sent nothing for ${silence_ms / 1000} s.`), silence_ms);
  return {
    signal: abort.signal,
    why: () => why,
    race(work) {
      silence.refresh();
      return new Promise((resolve, reject) => {
        fail = reject;
        work.then(resolve, reject);
      });
    },
    close: () => abort.abort(),
    end() {
      clearTimeout(deadline);
      clearTimeout(silence);
    },
  };
}

interface Failing {
  /** Whether the reply had begun. */
  readonly begun: boolean;
  readonly usage: TokenUsage;
  /** The limit that ended the call. */
  readonly why: string | undefined;
}

/** The error of a failed call. Bedrock's message can contain the prompt, so only the error's name is passed on. */
function toError(error: unknown, { model }: ModelCall, { begun, usage, why }: Failing): unknown {
  const options = { detail: { model }, cause: error };
  if (why !== undefined) return new CallFailed("ModelUnavailable", why, usage, options);
  if (!(error instanceof BedrockRuntimeServiceException))
    return begun
      ? new CallFailed("ModelUnavailable", "The model's reply broke off.", usage, options)
      : new GantryError("ModelUnavailable", "The model could not be reached.", options);
  if (error.name === "ValidationException" && FORMAT_REFUSED.test(error.message))
    return formatRefused(model, error);
  // An unknown error with a status of 500 or above comes from a proxy or load balancer.
  const passing = RETRYABLE.has(error.name) || (error.$metadata?.httpStatusCode ?? 0) >= 500;
  const code: ErrorCode = passing ? "ModelUnavailable" : "ModelRefused";
  const message = `The model call failed with ${error.name}.`;
  return begun || AFTER_INPUT.has(error.name)
    ? new CallFailed(code, message, usage, options)
    : new GantryError(code, message, options);
}
