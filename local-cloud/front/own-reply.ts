import { randomUUID } from "node:crypto";
import { type ServerResponse, STATUS_CODES } from "node:http";
import { addPolicyHeaders } from "#local-cloud/cloudfront/edge-response.ts";
import { type CloudRequest, type CloudResponse, header, send } from "#local-cloud/http.ts";

/**
 * The problem (RFC 9457) with which the port itself refuses a request. Its texts are constants without parts
 * of the request.
 */
interface PortProblem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
}

/** Options of the port's own replies. */
export interface ReplyOptions {
  /** Headers of every reply of the port itself. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Renders a problem in a form that the request accepts; by default as JSON. */
  readonly renderProblem?: (
    req: CloudRequest,
    problem: PortProblem,
  ) => { readonly body: string; readonly headers: Readonly<Record<string, string>> };
}

/** The replies of the port itself. */
export interface OwnReplies {
  /** JSON, unless a header names another type. */
  send(
    req: CloudRequest,
    res: CloudResponse,
    status: number,
    body: string,
    headers?: Readonly<Record<string, string>>,
  ): void;
  problem(req: CloudRequest, res: CloudResponse, status: number, detail: string): void;
  /**
   * Returns a reply without a body, for a connection that has no response object and is closed afterwards.
   */
  bytes(status: number): string;
}

/** Ids that are safe in a header and a log line. */
const REQUEST_ID = /^[\w.=-]{8,128}$/;

export function ownReplies({ headers: common = {}, renderProblem = jsonProblem }: ReplyOptions): OwnReplies {
  const reply: OwnReplies["send"] = (req, res, status, body, headers = {}) => {
    const out = res as ServerResponse;
    addPolicyHeaders(res, common);
    if (!out.hasHeader("x-request-id")) out.setHeader("x-request-id", requestId(req));
    out.setHeader("cache-control", "no-store");
    send(res, status, req.method === "HEAD" ? "" : body, { "content-type": "application/json", ...headers });
  };
  return {
    send: reply,
    problem: (req, res, status, detail) => {
      const problem = { type: "about:blank", title: STATUS_CODES[status] ?? "", status, detail };
      const { body, headers } = renderProblem(req, problem);
      reply(req, res, status, body, headers);
    },
    bytes: (status) => ownReply(status, common),
  };
}

/**
 * Returns a reply without a body as bytes, for a connection that has no response object and is closed
 * afterwards.
 */
export function ownReply(status: number, common: Readonly<Record<string, string>>): string {
  const headers = {
    ...common,
    "x-request-id": randomUUID(),
    "x-duration": "0.000",
    "content-length": "0",
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`;
}

function requestId(req: CloudRequest): string {
  const given = header(req, "x-request-id") ?? "";
  return REQUEST_ID.test(given) ? given : randomUUID();
}

function jsonProblem(_req: CloudRequest, problem: PortProblem) {
  return { body: JSON.stringify(problem), headers: { "content-type": "application/problem+json" } };
}
