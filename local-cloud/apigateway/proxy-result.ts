import type { OutgoingHttpHeaders } from "node:http";
import { z } from "zod";
import { GatewayError } from "./gateway-response.ts";

const primitive = z.union([z.string(), z.number(), z.boolean()]);

/** The result of a Lambda proxy integration; an unknown key makes it malformed, as on AWS. */
const resultSchema = z.strictObject({
  statusCode: z.coerce.number<number | string>().int().min(100).max(599),
  headers: z.record(z.string(), primitive).nullish(),
  multiValueHeaders: z.record(z.string(), z.array(primitive)).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().optional(),
});

// API Gateway sets these headers itself and passes the function's value under another name.
const remapped = new Set(["connection", "content-length", "date", "server", "www-authenticate"]);

export interface ProxyResponse {
  readonly status: number;
  readonly headers: OutgoingHttpHeaders;
  readonly body: Uint8Array;
}

/**
 * A function's result as an HTTP response. `multiValueHeaders` take precedence over `headers` of the same
 * name. A base64 body is decoded only if `binary`; otherwise the text is sent unchanged.
 */
export function proxyResponse(result: unknown, binary: boolean): ProxyResponse {
  const parsed = resultSchema.safeParse(result);
  if (!parsed.success) throw new GatewayError("DEFAULT_5XX", "Internal server error", 502);
  const { statusCode, headers, multiValueHeaders, body, isBase64Encoded } = parsed.data;
  return {
    status: statusCode,
    headers: responseHeaders({ ...headers, ...mergedNames(headers ?? {}, multiValueHeaders ?? {}) }),
    body: Buffer.from(body ?? "", isBase64Encoded && binary ? "base64" : "utf8"),
  };
}

type Primitive = z.output<typeof primitive>;

/**
 * Returns the multi-value headers, and an empty list for each single-value header of the same name in another
 * case, which thus is not sent.
 */
function mergedNames(single: Record<string, Primitive>, multi: Record<string, Primitive[]>) {
  const names = new Set(Object.keys(multi).map((name) => name.toLowerCase()));
  const shadowed = Object.keys(single).filter((name) => names.has(name.toLowerCase()));
  return { ...Object.fromEntries(shadowed.map((name) => [name, [] as Primitive[]])), ...multi };
}

export function responseHeaders(all: Record<string, Primitive | Primitive[]>): OutgoingHttpHeaders {
  const headers: OutgoingHttpHeaders = { "content-type": "application/json" };
  for (const [name, value] of Object.entries(all)) {
    const values = [value].flat().map(String);
    const lower = name.toLowerCase();
    if (lower === "transfer-encoding") throw new GatewayError("DEFAULT_5XX", "Internal server error", 502);
    const [first] = values;
    if (first === undefined) continue;
    headers[remapped.has(lower) ? `x-amzn-remapped-${lower}` : lower] = values.length === 1 ? first : values;
  }
  return headers;
}
