import { randomUUID } from "node:crypto";
import { type ServerResponse, STATUS_CODES } from "node:http";
import { requestIdOf } from "#core/web/request-id.ts";
import { SITE_HEADERS } from "#core/web/site.ts";
import { addPolicyHeaders } from "#local/edge-response.ts";
import { type CloudRequest, type CloudResponse, header, send } from "#local/http.ts";

/** A JSON reply of the port itself, with the headers that every response has. */
export function sendOwn(
  req: CloudRequest,
  res: CloudResponse,
  status: number,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): void {
  const out = res as ServerResponse;
  addPolicyHeaders(res);
  if (!out.hasHeader("x-request-id"))
    out.setHeader("x-request-id", requestIdOf(header(req, "x-request-id"), randomUUID()));
  out.setHeader("cache-control", "no-store");
  send(res, status, JSON.stringify(body), { "content-type": "application/json", ...headers });
}

/** The same without a body, as bytes for a connection that has no response: it is closed after them. */
export function ownReply(status: number): string {
  const headers = {
    ...SITE_HEADERS,
    "x-request-id": randomUUID(),
    "content-length": "0",
    connection: "close",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join("")}\r\n`;
}
