import { randomUUID } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { extendedId, headerValue, requestTime, sourceIp, type Values } from "./request-parts.ts";

/** The part that is the same in every event of one connection. */
export interface Connection {
  readonly connectionId: string;
  readonly connectedAt: number;
  readonly stage: string;
  readonly apiId: string;
  readonly domainName: string;
  readonly identity: { readonly sourceIp: string; readonly userAgent?: string };
  /** The context that the $connect authorizer returned; part of every later event. */
  authorizer?: Record<string, string>;
}

export function newConnection(
  req: IncomingMessage,
  headers: Values,
  api: { stage: string; apiId: string; now: number },
): Connection {
  const userAgent = headerValue(headers.single, "user-agent");
  return {
    connectionId: extendedId(),
    connectedAt: api.now,
    stage: api.stage,
    apiId: api.apiId,
    domainName: req.headers.host ?? "localhost",
    identity: { sourceIp: sourceIp(req), ...(userAgent !== undefined && { userAgent }) },
  };
}

type EventType = "CONNECT" | "MESSAGE" | "DISCONNECT";

/**
 * `requestContext` of a WebSocket proxy event (API Gateway developer guide, "WebSocket API mapping template
 * and access logging variable reference").
 */
export function socketContext(connection: Connection, eventType: EventType, routeKey: string, now: number) {
  const requestId = extendedId();
  return {
    routeKey,
    eventType,
    ...(eventType === "MESSAGE" && { messageId: randomUUID() }),
    extendedRequestId: requestId,
    requestTime: requestTime(now),
    messageDirection: "IN",
    requestTimeEpoch: now,
    requestId,
    ...connection,
  };
}
