import type { ServerResponse } from "node:http";
import { type CloudRequest, type CloudResponse, send } from "#local-cloud/http.ts";

/** A header or parameter in CloudFront Functions. */
export interface Value {
  value: string;
  multiValue?: { value: string }[];
}

/** The response that the viewer function returns instead of forwarding the request. */
export interface ViewerResponse {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, Value>>;
  readonly body?: { readonly data: string };
}

/** Adds the headers of every response: those of the policy, and the duration in seconds. */
export function addPolicyHeaders(res: CloudResponse, headers: Readonly<Record<string, string>>): void {
  const out = res as ServerResponse;
  for (const [name, value] of Object.entries(headers)) out.setHeader(name, value);
  const started = performance.now();
  const writeHead = out.writeHead;
  out.writeHead = (...args: unknown[]) => {
    out.setHeader("x-duration", ((performance.now() - started) / 1000).toFixed(3));
    return Reflect.apply(writeHead, out, args);
  };
}

export function sendViewerResponse(req: CloudRequest, res: CloudResponse, response: ViewerResponse): void {
  const { statusCode, headers, body } = response;
  const values = Object.entries(headers).map(([name, { value }]) => [name, value]);
  // CloudFront Functions cannot send this header, and HTTP/2 has no upgrades.
  if (statusCode === 426 && req.httpVersionMajor < 2)
    values.push(["upgrade", "websocket"], ["connection", "upgrade"]);
  send(res, statusCode, body?.data ?? "", Object.fromEntries(values));
}
