import { ServiceError } from "#local-cloud/http.ts";
import { attributesOf, WRITE_HEADERS } from "#local-cloud/s3/attributes.ts";
import { checksumHeader, expectationOf } from "#local-cloud/s3/checksum.ts";
import { commitObject } from "#local-cloud/s3/commit.ts";
import { ingest } from "#local-cloud/s3/ingest.ts";
import { bucketOf, versionHeader } from "#local-cloud/s3/lookup.ts";
import type { Operation } from "#local-cloud/s3/operation.ts";
import { guardWrite } from "#local-cloud/s3/precondition.ts";
import type { ObjectAttributes, ObjectVersion } from "#local-cloud/s3/state.ts";
import { CHECKSUM_HEADERS } from "./common.ts";

export const putObject: Operation = {
  name: "PutObject",
  method: "PUT",
  on: "object",
  headers: [...WRITE_HEADERS, ...CHECKSUM_HEADERS, "if-match", "if-none-match"],
  run: async (call) => {
    const bucket = bucketOf(call);
    const { key } = call.request;
    const expectation = expectationOf(call.request);
    const attributes = attributesOf(call, bucket);
    requireIntegrity(attributes, expectation.md5 !== null || expectation.algorithm !== null);
    const guard = guardWrite(call, bucket, key);
    try {
      const algorithm = expectation.algorithm ?? "CRC64NVME";
      const { content, size, md5, checksum } = await ingest(
        call.store.content,
        call.body(),
        expectation,
        algorithm,
      );
      const version = await orDiscard(call.store.content, content, () => {
        guard.check();
        return commitObject(
          call,
          bucket,
          {
            ...attributes,
            key,
            content,
            size,
            etag: md5,
            checksum: { algorithm, value: checksum, type: "FULL_OBJECT" },
          },
          "PutObject",
        );
      });
      return {
        status: 200,
        headers: { ...versionHeader(bucket, version.versionId), ...writtenHeaders(version) },
      };
    } finally {
      guard.release();
    }
  },
};

/** Returns the response headers of a completed write. */
function writtenHeaders(version: ObjectVersion): Record<string, string> {
  return { etag: `"${version.etag}"`, ...checksumHeaders(version), ...encryptionOf(version) };
}

export function checksumHeaders(version: ObjectVersion): Record<string, string> {
  if (!version.checksum) return {};
  const { algorithm, value, type } = version.checksum;
  return { [checksumHeader(algorithm)]: value, "x-amz-checksum-type": type };
}

export function encryptionOf(attributes: ObjectAttributes): Record<string, string> {
  const pairs = Object.entries(attributes.headers);
  return Object.fromEntries(pairs.filter(([name]) => name.startsWith("x-amz-server-side-encryption")));
}

/** Runs the commit. If it throws, removes the bytes that were written for it. */
export async function orDiscard<T>(
  store: { remove(id: string): void },
  content: string,
  commit: () => Promise<T>,
): Promise<T> {
  try {
    return await commit();
  } catch (error) {
    store.remove(content);
    throw error;
  }
}

/** AWS requires a checksum for locked objects. */
function requireIntegrity(attributes: ObjectAttributes, checked: boolean): void {
  if ((attributes.retention || attributes.legalHold) && !checked)
    throw new ServiceError(
      "InvalidRequest",
      "Content-MD5 OR x-amz-checksum- HTTP header is required for Put Object requests with Object Lock parameters",
      400,
    );
}
