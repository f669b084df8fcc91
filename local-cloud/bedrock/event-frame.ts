import { EventStreamCodec } from "@smithy/eventstream-codec";
import type { ServiceError } from "#local-cloud/http.ts";
import type { StreamEvent } from "./wire.ts";

const codec = new EventStreamCodec(
  (bytes) => Buffer.from(bytes as Uint8Array).toString("utf8"),
  (text) => Buffer.from(text, "utf8"),
);

/**
 * The exceptions that are part of a ConverseStream; any other failure becomes a ModelStreamErrorException.
 */
const streamed = new Set([
  "InternalServerException",
  "ModelStreamErrorException",
  "ServiceUnavailableException",
  "ThrottlingException",
  "ValidationException",
]);

/** One frame of `application/vnd.amazon.eventstream`. */
export function eventFrame(event: StreamEvent): Uint8Array {
  const [type = "", payload] = Object.entries(event)[0] ?? [];
  return frame("event", type, payload);
}

/** The frame that ends a stream with an error, after events have already been sent. */
export function exceptionFrame(error: ServiceError): Uint8Array {
  const code = streamed.has(error.code) ? error.code : "ModelStreamErrorException";
  const original =
    code === error.code ? {} : { originalStatusCode: error.status, originalMessage: error.message };
  return frame("exception", code.charAt(0).toLowerCase() + code.slice(1), {
    message: error.message,
    ...original,
  });
}

function frame(kind: "event" | "exception", type: string, payload: unknown): Uint8Array {
  const text = (value: string) => ({ type: "string" as const, value });
  return codec.encode({
    headers: {
      [`:${kind}-type`]: text(type),
      ":content-type": text("application/json"),
      ":message-type": text(kind),
    },
    body: Buffer.from(JSON.stringify(payload)),
  });
}
