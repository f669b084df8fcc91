import { ServiceError } from "#local-cloud/http.ts";
import { bucketOf, currentObject } from "#local-cloud/s3/lookup.ts";
import type { Operation } from "#local-cloud/s3/operation.ts";
import { integerParameter, type S3Request } from "#local-cloud/s3/request.ts";
import type { ObjectVersion } from "#local-cloud/s3/state.ts";
import { type Entry, type Position, walkKeys } from "#local-cloud/s3/walk.ts";
import { element, leaf, xmlDocument } from "#local-cloud/s3/xml.ts";

/** The maximum page size of S3, even if more is requested. */
const MAX_PAGE = 1000;

export const listObjectsV2: Operation = {
  name: "ListObjectsV2",
  method: "GET",
  on: "bucket",
  marks: ["list-type"],
  query: [
    "prefix",
    "delimiter",
    "max-keys",
    "continuation-token",
    "start-after",
    "encoding-type",
    "fetch-owner",
  ],
  headers: ["x-amz-optional-object-attributes"],
  run: (call) => {
    const { query } = call.request;
    const bucket = bucketOf(call);
    if (query.get("list-type") !== "2") throw invalid("list-type must be 2");
    if (call.request.headers.has("x-amz-optional-object-attributes"))
      throw new ServiceError("NotImplemented", "x-amz-optional-object-attributes is not implemented", 501);
    const prefix = query.get("prefix") ?? "";
    const delimiter = query.get("delimiter") ?? "";
    const token = query.get("continuation-token");
    const startAfter = query.get("start-after");
    const from = token === undefined ? (startAfter ? { after: startAfter } : null) : decodeToken(token);
    const visible = (key: string) => currentObject(bucket, key) !== undefined;
    const { page, limit, more } = takePage(
      call.request,
      walkKeys(bucket.keys, { prefix, delimiter }, from, visible),
    );

    const encode = keyEncoder(call.request);
    const owner = query.get("fetch-owner") === "true" ? ownerXml(call.account) : "";
    const last = page.at(-1);
    return {
      status: 200,
      body: xmlDocument(
        "ListBucketResult",
        leaf("Name", call.request.bucket),
        leaf("Prefix", encode(prefix)),
        delimiter && leaf("Delimiter", encode(delimiter)),
        leaf("MaxKeys", limit),
        leaf("KeyCount", page.length),
        leaf("IsTruncated", more),
        leaf("EncodingType", query.get("encoding-type")),
        leaf("ContinuationToken", token),
        startAfter ? leaf("StartAfter", encode(startAfter)) : "",
        leaf("NextContinuationToken", more && last ? encodeToken(last) : null),
        ...page.map((entry) => {
          if ("prefix" in entry) return commonPrefix(entry.prefix, encode);
          const object = currentObject(bucket, entry.key);
          return object ? element("Contents", ...objectFields(object, encode), owner) : "";
        }),
      ),
    };
  },
};

/** Returns one page of entries, and whether there are more. */
export function takePage<T>(
  request: S3Request,
  entries: Iterable<T>,
): { page: T[]; limit: number; more: boolean } {
  const limit = Math.min(
    MAX_PAGE,
    integerParameter(request, "max-keys", MAX_PAGE, { min: 0, max: 2 ** 31 - 1 }),
  );
  const page: T[] = [];
  if (limit === 0) return { page, limit, more: false };
  for (const entry of entries) {
    if (page.length === limit) return { page, limit, more: true };
    page.push(entry);
  }
  return { page, limit, more: false };
}

/** encoding-type=url: form encoding, except for `/` and `*`. */
export function keyEncoder(request: S3Request): (key: string) => string {
  const type = request.query.get("encoding-type");
  if (type === undefined) return (key) => key;
  if (type !== "url") throw invalid("Invalid Encoding Method specified in Request");
  return (key) =>
    encodeURIComponent(key)
      .replace(/[!'()~]/g, (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`)
      .replaceAll("%20", "+")
      .replaceAll("%2F", "/");
}

export function objectFields(object: ObjectVersion, encode: (key: string) => string): string[] {
  return [
    leaf("Key", encode(object.key)),
    leaf("LastModified", new Date(object.modified).toISOString()),
    leaf("ETag", `"${object.etag}"`),
    leaf("ChecksumAlgorithm", object.checksum?.algorithm),
    leaf("ChecksumType", object.checksum?.type),
    leaf("Size", object.size),
    leaf("StorageClass", "STANDARD"),
  ];
}

export function commonPrefix(prefix: string, encode: (key: string) => string): string {
  return element("CommonPrefixes", leaf("Prefix", encode(prefix)));
}

export function ownerXml(account: string): string {
  return element("Owner", leaf("ID", account));
}

function encodeToken(last: Entry): string {
  const position: Position = "key" in last ? { after: last.key } : { afterPrefix: last.prefix };
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}

function decodeToken(token: string): Position {
  try {
    const value = JSON.parse(Buffer.from(token, "base64url").toString()) as Record<string, unknown>;
    if (typeof value.after === "string") return { after: value.after };
    if (typeof value.afterPrefix === "string") return { afterPrefix: value.afterPrefix };
  } catch {}
  throw invalid("The continuation token provided is incorrect");
}

function invalid(message: string): ServiceError {
  return new ServiceError("InvalidArgument", message, 400);
}
