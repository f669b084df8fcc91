import { randomUUID } from "node:crypto";
import { type ServerResponse, STATUS_CODES } from "node:http";
import { requestIdOf } from "#core/web/request-id.ts";
import { SITE_HEADERS } from "#core/web/site.ts";
import { addPolicyHeaders } from "#local/edge-response.ts";
import { type CloudRequest, type CloudResponse, header, send } from "#local/http.ts";
import { problemBody } from "./problem-body.ts";

/** A reply of the port itself, JSON where no header names another type, with the headers that every response has. */
export function sendOwn(
  req: CloudRequest,
  res: CloudResponse,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const out = res as ServerResponse;
  addPolicyHeaders(res);
  if (!out.hasHeader("x-request-id"))
    out.setHeader("x-request-id", requestIdOf(header(req, "x-request-id"), randomUUID()));
  out.setHeader("cache-control", "no-store");
  send(res, status, req.method === "HEAD" ? "" : body, { "content-type": "application/json", ...headers });
}

/** What the port itself refuses: a problem (RFC 9457), or a page where the request takes one. `detail` is our own text. */
export function sendProblem(req: CloudRequest, res: CloudResponse, status: number, detail: string): void {
  const problem = { type: "about:blank", title: STATUS_CODES[status] ?? "", status, detail };
  const { body, headers } = problemBody(req, problem);
  sendOwn(req, res, status, body, headers);
}

/** The same without a body, as bytes for a connection that has no response: it is closed after them. */
export function ownReply(status: number): string {
  const headers = {
    ...SITE_HEADERS,
    "x-request-id": randomUUID(),
    "x-duration": "0.000",
    "content-length": "0",
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`;
}
