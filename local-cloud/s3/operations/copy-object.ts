import { ServiceError } from "#local-cloud/http.ts";
import {
  attributesOf,
  encryptionHeaders,
  lockOf,
  userMetadata,
  WRITE_HEADERS,
} from "#local-cloud/s3/attributes.ts";
import { checksumElement, parseAlgorithm } from "#local-cloud/s3/checksum.ts";
import { commitObject } from "#local-cloud/s3/commit.ts";
import { ingest, NOTHING_EXPECTED } from "#local-cloud/s3/ingest.ts";
import { bucketOf, requireBucket, requireObject, versionHeader } from "#local-cloud/s3/lookup.ts";
import type { Call, Operation } from "#local-cloud/s3/operation.ts";
import { guardWrite, notModified, preconditionFailed } from "#local-cloud/s3/precondition.ts";
import type { Bucket, ObjectAttributes, ObjectVersion } from "#local-cloud/s3/state.ts";
import { leaf, xmlDocument } from "#local-cloud/s3/xml.ts";
import { encryptionOf, orDiscard } from "./put-object.ts";

export const copyObject: Operation = {
  name: "CopyObject",
  method: "PUT",
  on: "object",
  copies: true,
  headers: [
    ...WRITE_HEADERS,
    "x-amz-copy-source",
    "x-amz-copy-source-if-match",
    "x-amz-copy-source-if-none-match",
    "x-amz-copy-source-if-modified-since",
    "x-amz-copy-source-if-unmodified-since",
    "x-amz-metadata-directive",
    "x-amz-checksum-algorithm",
    "if-match",
    "if-none-match",
  ],
  run: async (call) => {
    const bucket = bucketOf(call);
    const { sourceBucket, source } = findSource(call);
    if (notModified(call.request.headers, source, "x-amz-copy-source-"))
      throw preconditionFailed("x-amz-copy-source-If-None-Match");
    const attributes = copiedAttributes(call, bucket, source);
    const algorithm = chooseAlgorithm(call, source);
    const guard = guardWrite(call, bucket, call.request.key);
    try {
      const bytes = call.store.content.read(source.content ?? "");
      const body = { bytes: bytes as AsyncIterable<Buffer>, trailers: new Map() };
      const copied = await ingest(call.store.content, body, NOTHING_EXPECTED, algorithm);
      const version = await orDiscard(call.store.content, copied.content, () => {
        guard.check();
        return commitObject(
          call,
          bucket,
          {
            ...attributes,
            key: call.request.key,
            content: copied.content,
            size: copied.size,
            etag: copied.md5,
            checksum: { algorithm, value: copied.checksum, type: "FULL_OBJECT" },
          },
          "CopyObject",
        );
      });
      return {
        status: 200,
        headers: {
          ...versionHeader(bucket, version.versionId),
          ...(sourceBucket.settings.versioning ? { "x-amz-copy-source-version-id": source.versionId } : {}),
          ...encryptionOf(version),
        },
        body: xmlDocument(
          "CopyObjectResult",
          leaf("ETag", `"${version.etag}"`),
          leaf("LastModified", new Date(version.modified).toISOString()),
          leaf("ChecksumType", version.checksum?.type),
          leaf(checksumElement(algorithm), version.checksum?.value),
        ),
      };
    } finally {
      guard.release();
    }
  },
};

function findSource(call: Call): { sourceBucket: Bucket; source: ObjectVersion } {
  const text = call.request.headers.get("x-amz-copy-source") ?? "";
  const [, path, versionId] = /^\/?([^?]+)(?:\?versionId=([^&]+))?$/.exec(text) ?? [];
  const [bucketName, key] = splitPath(path);
  if (!bucketName || !key)
    throw new ServiceError(
      "InvalidArgument",
      "Copy Source must mention the source bucket and key: /bucket/key",
      400,
    );
  const sourceBucket = requireBucket(call, bucketName);
  const source = requireObject(sourceBucket, key, versionId);
  return { sourceBucket, source };
}

function splitPath(path: string | undefined): [string, string] | [] {
  try {
    const decoded = decodeURIComponent(path ?? "");
    const slash = decoded.indexOf("/");
    return slash < 1 ? [] : [decoded.slice(0, slash), decoded.slice(slash + 1)];
  } catch {
    return [];
  }
}

/** COPY copies the metadata of the source; locks are never copied. */
function copiedAttributes(call: Call, bucket: Bucket, source: ObjectVersion): ObjectAttributes {
  const directive = call.request.headers.get("x-amz-metadata-directive") ?? "COPY";
  if (directive === "REPLACE") return attributesOf(call, bucket);
  if (directive !== "COPY") throw new ServiceError("InvalidArgument", "Unknown metadata directive.", 400);
  if (Object.keys(userMetadata(call)).length > 0 || call.request.headers.has("cache-control"))
    throw new ServiceError(
      "InvalidRequest",
      "Metadata is only taken with x-amz-metadata-directive: REPLACE",
      400,
    );
  const sameObject = source.key === call.request.key && currentlySame(call, bucket, source);
  if (sameObject && !call.request.headers.has("x-amz-server-side-encryption"))
    throw new ServiceError(
      "InvalidRequest",
      "This copy request is illegal because it is trying to copy an object to itself without changing the object's metadata, storage class, website redirect location or encryption attributes.",
      400,
    );
  const own = Object.entries(source.headers).filter(
    ([name]) => !name.startsWith("x-amz-server-side-encryption"),
  );
  return {
    headers: { ...Object.fromEntries(own), ...encryptionHeaders(call, bucket) },
    ...lockOf(call, bucket),
  };
}

function currentlySame(call: Call, bucket: Bucket, source: ObjectVersion): boolean {
  return bucket.versions.get(call.request.key)?.[0] === source;
}

function chooseAlgorithm(call: Call, source: ObjectVersion) {
  const asked = call.request.headers.get("x-amz-checksum-algorithm");
  if (asked !== undefined) return parseAlgorithm(asked);
  return source.checksum?.type === "FULL_OBJECT" ? source.checksum.algorithm : "CRC64NVME";
}
