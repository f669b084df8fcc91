import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import { WebSocketServer } from "ws";
import { requestUrl, type SignedHandler } from "#local-cloud/http.ts";
import { createConnectionsApi, type OpenSocket } from "./connections-api.ts";
import { createDispatch } from "./dispatch.ts";
import { GatewayError } from "./gateway-response.ts";
import { createHandshake, type HandshakeOptions, refuseUpgrade } from "./handshake.ts";
import type { Invoke } from "./invoke.ts";
import { requestHeaders } from "./request-parts.ts";
import { compileSelection } from "./route-selection.ts";
import { endSession, startSession } from "./session.ts";
import { newConnection } from "./socket-event.ts";

export interface WebSocketApiOptions {
  /** Route key (`$connect`, `$disconnect`, `$default`, or a value of the selection expression) → function. */
  readonly routes: Record<string, string>;
  readonly invoke: Invoke;
  readonly authorizer?: HandshakeOptions["authorizer"];
  readonly routeSelectionExpression?: string;
  /**
   * Does what CloudFront's function does before the API: returns the query string for a path of the API,
   * undefined for other paths. Without it only `/` and `/<stage>` are served.
   */
  readonly rewrite?: (url: URL) => { readonly query: URLSearchParams | Record<string, string> } | undefined;
  readonly stage?: string;
  readonly apiId?: string;
  readonly accountId?: string;
  readonly region?: string;
  /** Quotas of the service: 10 minutes idle, 2 hours in all, 29 s for an integration. */
  readonly idleMs?: number;
  readonly maxMs?: number;
  readonly timeoutMs?: number;
  readonly now?: () => number;
  /** Headers that CloudFront adds to every refusal to open a socket. */
  readonly refusalHeaders?: Readonly<Record<string, string>>;
  /** Called for an integration that failed without a client that could receive the error. */
  readonly onError?: (error: unknown, routeKey: string) => void;
}

export interface WebSocketApi {
  upgrade(req: IncomingMessage, socket: Duplex, head: Buffer): void;
  /** `/@connections/{id}`, for requests signed for `execute-api`. */
  readonly manage: SignedHandler;
  openSockets(): number;
  /** Closes every connection (1001) and waits for its $disconnect. */
  close(): Promise<void>;
}

const FRAME_LIMIT = 32 * 1024;
const MESSAGE_LIMIT = 128 * 1024;

/** An API Gateway WebSocket API with Lambda proxy integrations. */
// biome-ignore lint/complexity/noExcessiveLinesPerFunction: creates an object; its methods share the open sockets.
export function createWebSocketApi(options: WebSocketApiOptions): WebSocketApi {
  const {
    routes,
    invoke,
    stage = "local",
    apiId = "gantry-ws",
    now = Date.now,
    onError = () => {},
  } = options;
  const { accountId = "000000000000", region = "us-east-1", timeoutMs = 29_000 } = options;
  const { idleMs = 600_000, maxMs = 7_200_000, refusalHeaders = {} } = options;
  const select = compileSelection(options.routeSelectionExpression ?? "$request.body.action");
  const dispatch = createDispatch({ routes, invoke, select, now, onError });
  const rewrite = options.rewrite ?? ((url) => rootOrStage(url, stage));
  const shake = createHandshake({
    invoke,
    connect: routes.$connect,
    authorizer: options.authorizer,
    timeoutMs,
    now,
    arn: `arn:aws:execute-api:${region}:${accountId}:${apiId}/${stage}`,
  });

  const open = new Map<string, OpenSocket>();
  const running = new Set<Promise<void>>();
  const protocols = new WeakMap<IncomingMessage, string>();
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MESSAGE_LIMIT,
    clientTracking: false,
    perMessageDeflate: false,
    // Only the protocol that $connect chose: by default the library would select the client's first offer.
    handleProtocols: (_offered, req) => protocols.get(req) ?? false,
  });

  const accept = async (req: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> => {
    const headers = requestHeaders(req);
    const connection = newConnection(req, headers, { stage, apiId, now: now() });
    try {
      if (!isHandshake(req)) throw new GatewayError("DEFAULT_4XX", "Bad Request", 400);
      const rewritten = rewrite(requestUrl(req));
      if (!rewritten) throw new GatewayError("DEFAULT_4XX", "Forbidden", 403);
      const protocol = await shake(connection, headers, new URLSearchParams(rewritten.query));
      if (protocol !== undefined) protocols.set(req, protocol);
    } catch (error) {
      if (!(error instanceof GatewayError)) onError(error, "$connect");
      const refusal =
        error instanceof GatewayError ? error : new GatewayError("DEFAULT_5XX", "Internal server error");
      return refuseUpgrade(req, socket, refusal, connection.connectionId, refusalHeaders);
    }
    // The client may have disconnected while $connect ran; then $disconnect follows immediately.
    if (socket.destroyed) return dispatch.disconnected(connection, headers.single, 1006, "");
    let upgraded = false;
    server.handleUpgrade(req, socket, head, (ws) => {
      upgraded = true;
      const { connectionId } = connection;
      open.set(
        connectionId,
        startSession(ws, socket, connection, {
          frameBytes: FRAME_LIMIT,
          idleMs,
          maxMs,
          now,
          onMessage: (entry, body) => track(dispatch.message(entry, body)),
          onClose: (code, reason) => {
            open.delete(connectionId);
            track(dispatch.disconnected(connection, headers.single, code, reason));
          },
        }),
      );
    });
    if (!upgraded) await dispatch.disconnected(connection, headers.single, 1006, "");
  };

  const track = (work: Promise<void>): void => {
    const tracked = work.finally(() => running.delete(tracked));
    running.add(tracked);
  };

  return {
    upgrade: (req, socket, head) => {
      socket.on("error", () => socket.destroy());
      track(accept(req, socket, head));
    },
    manage: createConnectionsApi(open),
    openSockets: () => open.size,
    async close() {
      const closed = [...open.values()].map(({ socket }) => endSession(socket));
      await Promise.all(closed);
      while (running.size > 0) await Promise.all(running);
    },
  };
}

/** RFC 6455 section 4.2.1, checked before $connect so that an invalid handshake does not use up a ticket. */
function isHandshake({ method, headers }: IncomingMessage): boolean {
  const key = /^[+/0-9A-Za-z]{22}==$/.test(headers["sec-websocket-key"] ?? "");
  return method === "GET" && key && headers["sec-websocket-version"] === "13";
}

function rootOrStage(url: URL, stage: string) {
  const ours = url.pathname === "/" || url.pathname === `/${stage}`;
  return ours ? { query: url.searchParams } : undefined;
}
