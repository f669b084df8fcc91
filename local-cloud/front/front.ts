import type { IncomingMessage, ServerResponse } from "node:http";
import type { Duplex } from "node:stream";
import { type CloudHandler, type CloudRequest, type CloudResponse, requestUrl } from "#local-cloud/http.ts";
import { ownValue } from "#local-cloud/own-value.ts";
import { setViewer } from "#local-cloud/viewer.ts";
import { signedService } from "./credential-scope.ts";
import { fromForeignPage } from "./foreign-page.ts";
import { type HostKind, hostKind } from "./host.ts";
import { createListener } from "./listener.ts";
import { type OwnReplies, ownReplies, type ReplyOptions } from "./own-reply.ts";
import { asPublic, proxiedViewer } from "./proxied.ts";
import { targetOf } from "./target.ts";
import type { Timeouts } from "./timeouts.ts";

export interface FrontOptions extends ReplyOptions {
  /** By the name in the SigV4 credential scope: `dynamodb`, `s3`, `states`, `bedrock`, … */
  readonly services: Record<string, CloudHandler>;
  /** Handlers below a path; they receive the URL without the prefix. */
  readonly mounts: { readonly prefix: string; readonly handler: CloudHandler }[];
  /**
   * Returns the handler of `<project>.localhost` (without port), or undefined if there is no such project.
   */
  readonly hosts: (host: string) => CloudHandler | undefined;
  /** Handler of all unsigned requests, such as an API Gateway REST API. */
  readonly fallback: CloudHandler;
  /**
   * The public address, from which a reverse proxy on this machine forwards. Such requests reach only `fallback` and
   * `upgrade`: no AWS service, no mount and no project.
   */
  readonly publicUrl?: URL | undefined;
  readonly upgrade: (req: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Called for every error that a service did not handle. The caller always receives the same error. */
  readonly onError?: (error: unknown, req: CloudRequest) => void;
  /** Time for running requests to end after `close` was called, in milliseconds. */
  readonly graceMs?: number;
  readonly timeouts?: Partial<Timeouts>;
}

export interface Front {
  /** Listens on the port (`0`: any free one). Rejects with a message for people if it is in use. */
  listen(port: number, host?: string): Promise<{ port: number }>;
  close(): Promise<void>;
}

/** The one port of the local cloud, which dispatches each request to its service. */
export function createFront(options: FrontOptions): Front {
  const { onError = () => {}, graceMs = 3000 } = options;
  const replies = ownReplies(options);
  let port = 0;

  const listener = createListener(
    (req, res) => {
      const failed = (error: unknown) => {
        // A client that disconnects during its request is not an error.
        if (!req.destroyed || req.complete) onError(error, req);
        replyInternalError(replies, req, res);
      };
      try {
        chooseHandler(options, replies, req, port)(req, res).catch(failed);
      } catch (error) {
        failed(error);
      }
    },
    (req, socket, head) => {
      const target = targetOf(req);
      if ("fault" in target) return void socket.end(replies.bytes(400));
      const from = reachedFrom(req, target.host, port, options.publicUrl);
      if (from.kind === "insecure") return void socket.end(replies.bytes(403));
      if (from.kind !== "self" && from.kind !== "public") return void socket.end(replies.bytes(421));
      req.url = target.path;
      options.upgrade(req, socket, head);
    },
    replies.bytes,
    options.timeouts,
  );

  return {
    async listen(wanted, host = "127.0.0.1") {
      ({ port } = await listener.listen(wanted, host));
      return { port };
    },
    close: () => listener.close(graceMs),
  };
}

/** Where a request comes from: {@link hostKind}, or the proxy of the public address, whose viewer is then set. */
function reachedFrom(
  req: CloudRequest,
  host: string,
  port: number,
  publicUrl: URL | undefined,
): HostKind | { readonly kind: "public" | "insecure" } {
  const viewer = publicUrl && proxiedViewer(req, host, { port, publicUrl });
  if (viewer === "foreign") return { kind: "foreign" };
  if (!viewer || !publicUrl) return hostKind(host, port);
  if (`${viewer.protocol}:` !== publicUrl.protocol && viewer.protocol === "http") return { kind: "insecure" };
  setViewer(req, viewer);
  asPublic(req, publicUrl);
  return { kind: "public" };
}

function chooseHandler(
  options: FrontOptions,
  replies: OwnReplies,
  req: CloudRequest,
  port: number,
): CloudHandler {
  const refuse =
    (status: number, detail: string): CloudHandler =>
    async (req, res) =>
      replies.problem(req, res, status, detail);
  /** Refuses as AWS services do: the SDK reads the error code from the header. */
  const refuseService =
    (status: number, message: string, type: string): CloudHandler =>
    async (req, res) =>
      replies.send(req, res, status, JSON.stringify({ message }), { "x-amzn-errortype": type });

  const target = targetOf(req);
  if ("fault" in target) return refuse(400, target.fault);
  req.url = target.path;
  const host = reachedFrom(req, target.host, port, options.publicUrl);
  if (host.kind === "foreign") return refuse(421, "This server does not serve that host name.");
  if (host.kind === "insecure") return refuse(403, "This address is served over https only.");
  if (host.kind === "public") return options.fallback;
  // A deployed app is untrusted code, so its host name reaches only the app.
  if (host.kind === "project")
    return options.hosts(host.name) ?? refuse(404, "There is no app at this address.");

  const url = requestUrl(req);
  const service = signedService(url, req.headers);
  if (service !== undefined && fromForeignPage(req.headers))
    return refuseService(403, "a page of another origin may not use AWS services", "AccessDeniedException");
  if (service === "")
    return refuseService(
      400,
      "the Authorization header is not an AWS Signature Version 4",
      "IncompleteSignatureException",
    );
  if (service !== undefined)
    return (
      ownValue(options.services, service) ??
      refuseService(501, `there is no service ${service} here`, "UnknownService")
    );
  const mount = options.mounts.find(({ prefix }) => isBelow(url.pathname, prefix));
  return mount ? unprefixed(mount.prefix, mount.handler) : options.fallback;
}

const isBelow = (path: string, prefix: string) => path === prefix || path.startsWith(`${prefix}/`);

function unprefixed(prefix: string, handler: CloudHandler): CloudHandler {
  return (req, res) => {
    const rest = (req.url ?? "").slice(prefix.length);
    req.url = rest.startsWith("/") ? rest : `/${rest}`;
    return handler(req, res);
  };
}

/** Replies with an error without details. A response that has already started is aborted. */
function replyInternalError(replies: OwnReplies, req: CloudRequest, res: CloudResponse): void {
  if ((res as ServerResponse).headersSent) res.destroy();
  else replies.problem(req, res, 500, "Internal error; try again. The operator's log has the details.");
}
