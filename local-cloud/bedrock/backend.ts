import type { ConverseReply, ConverseRequest, StreamEvent } from "./wire.ts";

/**
 * A model backend. Rejects with an error from `bedrockError`; any other error becomes an
 * InternalServerException without details. `signal` aborts when the caller has disconnected.
 */
export interface ModelBackend {
  converse(request: ConverseRequest, signal: AbortSignal): Promise<ConverseReply>;
  /** Only for backends that support streaming; otherwise the reply is split into events. */
  stream?(request: ConverseRequest, signal: AbortSignal): AsyncIterable<StreamEvent>;
}
