import type { Readable } from "node:stream";
import { type CloudRequest, header, ServiceError } from "#local-cloud/http.ts";

/** A parsed request, before its signature was checked. */
export interface S3Request {
  readonly http: CloudRequest;
  readonly id: string;
  readonly method: string;
  /** Decoded path; the signature covers it. */
  readonly path: string;
  /** "" for requests to the service. */
  readonly bucket: string;
  /** "" for requests to a bucket. */
  readonly key: string;
  /** The query without the parameters of a presigned signature. */
  readonly query: ReadonlyMap<string, string>;
  /** Every query parameter as sent, decoded, in order. */
  readonly rawQuery: readonly (readonly [string, string])[];
  /** Headers, and the x-amz-* parameters of a presigned URL, which replace headers. */
  readonly headers: ReadonlyMap<string, string>;
}

/** The reply of an operation; a stream is piped, text is sent as XML. */
export interface S3Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Readable;
}

const PRESIGN =
  /^x-amz-(algorithm|credential|date|expires|signedheaders|signature|security-token|content-sha256)$/i;

export function parseRequest(http: CloudRequest, id: string): S3Request {
  const target = http.url ?? "/";
  const mark = target.indexOf("?");
  const path = decode(mark < 0 ? target : target.slice(0, mark));
  const rawQuery = parseQuery(mark < 0 ? "" : target.slice(mark + 1));
  const presigned = rawQuery.some(([name]) => name === "X-Amz-Algorithm");
  const headers = new Map<string, string>();
  const query = new Map<string, string>();
  for (const [name, value] of rawQuery) {
    if (presigned && PRESIGN.test(name)) continue;
    if (presigned && /^x-amz-/i.test(name)) headers.set(name.toLowerCase(), value);
    else if (query.has(name))
      throw new ServiceError("InvalidArgument", `query parameter ${name} is repeated`, 400);
    else query.set(name, value);
  }
  for (const name of Object.keys(http.headers)) headers.set(name, header(http, name) ?? "");
  const slash = path.indexOf("/", 1);
  return {
    http,
    id,
    method: http.method ?? "GET",
    path,
    bucket: slash < 0 ? path.slice(1) : path.slice(1, slash),
    key: slash < 0 ? "" : path.slice(slash + 1),
    query,
    rawQuery,
    headers,
  };
}

/**
 * Returns a whole number in a query parameter. Throws InvalidArgument 400, which names the parameter, outside
 * the limits.
 */
export function integerParameter(
  request: S3Request,
  name: string,
  fallback: number,
  { min, max }: { min: number; max: number },
): number {
  const text = request.query.get(name);
  if (text === undefined) return fallback;
  const value = Number(text);
  if (!/^-?\d+$/.test(text) || value < min || value > max)
    throw new ServiceError(
      "InvalidArgument",
      `Argument ${name} must be an integer between ${min} and ${max}`,
      400,
    );
  return value;
}

function parseQuery(text: string): [string, string][] {
  if (text === "") return [];
  return text.split("&").map((pair) => {
    const [name = "", ...rest] = pair.split("=");
    return [decode(name.replaceAll("+", " ")), decode(rest.join("=").replaceAll("+", " "))];
  });
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ServiceError("InvalidURI", "Couldn't parse the specified URI.", 400);
  }
}
