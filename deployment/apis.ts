import type { FunctionName } from "./functions.ts";

interface RestRow {
  readonly handler: FunctionName;
  readonly streaming: FunctionName;
  readonly authorizers: Readonly<Record<"session" | "edge", FunctionName>>;
  readonly binaryMediaTypes: readonly string[];
  readonly minimumCompressionSize: number;
}

interface SocketsRow {
  readonly routes: Readonly<Record<"$connect" | "$disconnect" | "$default", FunctionName>>;
  readonly authorizer: FunctionName;
}

/** The stage of both APIs: CloudFront puts it before each path. */
export const STAGE = "live";

/** The REST API: its operations are those of openapi.json. */
export const REST = {
  handler: "api",
  /** The function behind the operations whose replies are passed on while they are written. */
  streaming: "api-stream",
  /**
   * The authorizers: `session` for requests with a session or key, `edge` for any request that came through
   * the edge.
   */
  authorizers: { session: "authorizer", edge: "origin-authorizer" },
  binaryMediaTypes: ["application/zip", "image/png"],
  /** Bytes from which a response is compressed. */
  minimumCompressionSize: 1024,
} as const satisfies RestRow;

/**
 * The WebSocket API. Only `$connect` is authorised; later messages carry the context that the authorizer
 * returned.
 */
export const SOCKETS = {
  routes: { $connect: "ws-connect", $disconnect: "ws-disconnect", $default: "ws-default" },
  authorizer: "ws-authorizer",
} as const satisfies SocketsRow;
