import type { ConverseReply, ConverseRequest, StreamEvent } from "./wire.ts";

/**
 * Whatever answers for a model. Fails with an error from `bedrockError`; anything else becomes an
 * InternalServerException that says nothing. `signal` aborts when the caller has gone.
 */
export interface ModelBackend {
  converse(request: ConverseRequest, signal: AbortSignal): Promise<ConverseReply>;
  /** Only for backends that can truly stream; otherwise the reply is cut into events. */
  stream?(request: ConverseRequest, signal: AbortSignal): AsyncIterable<StreamEvent>;
}
