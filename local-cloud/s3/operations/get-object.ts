import { ServiceError } from "#local-cloud/http.ts";
import { bucketOf, requireObject, versionHeader } from "#local-cloud/s3/lookup.ts";
import type { Call, Operation } from "#local-cloud/s3/operation.ts";
import { notModified } from "#local-cloud/s3/precondition.ts";
import type { S3Reply } from "#local-cloud/s3/request.ts";
import type { ObjectVersion } from "#local-cloud/s3/state.ts";
import { checksumHeaders } from "./put-object.ts";

const OVERRIDES = [
  "response-cache-control",
  "response-content-disposition",
  "response-content-encoding",
  "response-content-language",
  "response-content-type",
  "response-expires",
];

const READ: Pick<Operation, "on" | "query" | "headers"> = {
  on: "object",
  query: ["versionId", ...OVERRIDES],
  headers: [
    "x-amz-checksum-mode",
    "range",
    "if-match",
    "if-none-match",
    "if-modified-since",
    "if-unmodified-since",
  ],
};

export const getObject: Operation = {
  ...READ,
  name: "GetObject",
  method: "GET",
  run: (call) => read(call, true),
};

export const headObject: Operation = {
  ...READ,
  name: "HeadObject",
  method: "HEAD",
  run: (call) => read(call, false),
};

function read(call: Call, withBody: boolean): S3Reply {
  const bucket = bucketOf(call);
  const version = requireObject(bucket, call.request.key, call.request.query.get("versionId"));
  const named = versionHeader(bucket, version.versionId);
  if (notModified(call.request.headers, version))
    return {
      status: 304,
      headers: { etag: `"${version.etag}"`, "last-modified": httpDate(version), ...named },
    };

  const range = parseRange(call.request.headers.get("range"), version.size);
  const wantsChecksum = call.request.headers.get("x-amz-checksum-mode")?.toUpperCase() === "ENABLED";
  const headers = {
    ...version.headers,
    ...overrides(call),
    ...lockHeaders(version),
    ...named,
    ...(wantsChecksum && !range ? checksumHeaders(version) : {}),
    etag: `"${version.etag}"`,
    "last-modified": httpDate(version),
    "accept-ranges": "bytes",
    "content-length": String(range ? range.end - range.start + 1 : version.size),
    ...(range ? { "content-range": `bytes ${range.start}-${range.end}/${version.size}` } : {}),
  };
  const status = range ? 206 : 200;
  if (!withBody || !version.content) return { status, headers };
  if (version.size === 0) return { status, headers, body: "" };
  return { status, headers, body: call.store.content.read(version.content, range?.start, range?.end) };
}

interface ByteRange {
  readonly start: number;
  /** Inclusive. */
  readonly end: number;
}

/** RFC 9110 section 14: an invalid header is ignored, an unsatisfiable one is 416. */
function parseRange(text: string | undefined, size: number): ByteRange | null {
  if (text === undefined) return null;
  if (text.includes(","))
    throw new ServiceError("NotImplemented", "more than one range is not implemented", 501);
  const [, first, last] = /^bytes=(\d*)-(\d*)$/.exec(text.trim()) ?? [];
  if (first === undefined || last === undefined || (first === "" && last === "")) return null;
  if (first !== "" && last !== "" && Number(first) > Number(last)) return null;
  const start = first === "" ? Math.max(0, size - Number(last)) : Number(first);
  const end = first === "" || last === "" ? size - 1 : Math.min(Number(last), size - 1);
  if (start < size && end >= start) return { start, end };
  throw new ServiceError("InvalidRange", "The requested range is not satisfiable", 416, {
    RangeRequested: text,
    ActualObjectSize: size,
    headers: { "content-range": `bytes */${size}` },
  });
}

function overrides(call: Call): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of OVERRIDES) {
    const value = call.request.query.get(name);
    if (value !== undefined) found[name.slice("response-".length)] = value;
  }
  return found;
}

function lockHeaders(version: ObjectVersion): Record<string, string> {
  const { retention, legalHold } = version;
  return {
    ...(retention
      ? {
          "x-amz-object-lock-mode": retention.mode,
          "x-amz-object-lock-retain-until-date": new Date(retention.until).toISOString(),
        }
      : {}),
    ...(legalHold ? { "x-amz-object-lock-legal-hold": "ON" } : {}),
  };
}

function httpDate(version: ObjectVersion): string {
  return new Date(version.modified).toUTCString();
}
