import { ServiceError } from "#local-cloud/http.ts";
import type { Operation } from "./operation.ts";
import {
  deleteBucketLifecycle,
  getBucketLifecycle,
  putBucketLifecycle,
} from "./operations/bucket-lifecycle.ts";
import {
  deleteBucketEncryption,
  deletePublicAccessBlock,
  getBucketEncryption,
  getBucketNotification,
  getPublicAccessBlock,
  putBucketEncryption,
  putBucketNotification,
  putPublicAccessBlock,
} from "./operations/bucket-settings.ts";
import {
  getBucketVersioning,
  getObjectLockConfiguration,
  putBucketVersioning,
  putObjectLockConfiguration,
} from "./operations/bucket-versioning.ts";
import {
  createBucket,
  deleteBucket,
  getBucketLocation,
  headBucket,
  listBuckets,
} from "./operations/buckets.ts";
import { copyObject } from "./operations/copy-object.ts";
import { deleteManyObjects, deleteOneObject } from "./operations/delete-object.ts";
import { getObject, headObject } from "./operations/get-object.ts";
import { listObjectsV2 } from "./operations/list-objects.ts";
import { listObjectVersions } from "./operations/list-versions.ts";
import { abortMultipartUpload, completeMultipartUpload, listParts } from "./operations/multipart-finish.ts";
import { createMultipartUpload, uploadPart } from "./operations/multipart-start.ts";
import { putObject } from "./operations/put-object.ts";
import {
  getObjectLegalHold,
  getObjectRetention,
  putObjectLegalHold,
  putObjectRetention,
} from "./operations/retention.ts";
import type { S3Request } from "./request.ts";

const OPERATIONS: readonly Operation[] = [
  listBuckets,
  createBucket,
  headBucket,
  deleteBucket,
  getBucketLocation,
  getBucketVersioning,
  putBucketVersioning,
  getObjectLockConfiguration,
  putObjectLockConfiguration,
  getBucketEncryption,
  putBucketEncryption,
  deleteBucketEncryption,
  getPublicAccessBlock,
  putPublicAccessBlock,
  deletePublicAccessBlock,
  getBucketLifecycle,
  putBucketLifecycle,
  deleteBucketLifecycle,
  getBucketNotification,
  putBucketNotification,
  listObjectsV2,
  listObjectVersions,
  deleteManyObjects,
  putObject,
  copyObject,
  getObject,
  headObject,
  deleteOneObject,
  createMultipartUpload,
  uploadPart,
  completeMultipartUpload,
  abortMultipartUpload,
  listParts,
  getObjectRetention,
  putObjectRetention,
  getObjectLegalHold,
  putObjectLegalHold,
];

/** Headers with the same meaning for every operation; the owner is compared before an operation runs. */
const COMMON_HEADERS = [
  "x-amz-date",
  "x-amz-content-sha256",
  "x-amz-security-token",
  "x-amz-user-agent",
  "x-amz-expected-bucket-owner",
];

/**
 * Selects the operation of a request. Throws NotImplemented 501, which names an unsupported parameter or
 * header.
 */
export function chooseOperation(request: S3Request): Operation {
  const level = request.bucket === "" ? "service" : request.key === "" ? "bucket" : "object";
  const candidates = OPERATIONS.filter(
    (each) =>
      each.method === request.method &&
      each.on === level &&
      (each.copies ?? false) === request.headers.has("x-amz-copy-source") &&
      (each.marks ?? []).every((mark) => request.query.has(mark)),
  );
  // Operations with more marks are more specific: ?uploadId&partNumber is not a plain PUT.
  const operation = candidates.sort((a, b) => (b.marks?.length ?? 0) - (a.marks?.length ?? 0))[0];
  if (!operation)
    throw notImplemented(`${request.method} with ${[...request.query.keys()].join(", ") || "no query"}`);
  for (const name of request.query.keys())
    if (name !== "x-id" && !operation.marks?.includes(name) && !operation.query?.includes(name))
      throw notImplemented(`query parameter ${name} of ${operation.name}`);
  for (const name of request.headers.keys())
    if (steers(name) && !obeys(operation, name)) throw notImplemented(`header ${name} of ${operation.name}`);
  return operation;
}

/** Whether a header may change what an operation does; others (accept, user-agent, …) never do. */
function steers(name: string): boolean {
  return (
    (name.startsWith("x-amz-") && !COMMON_HEADERS.includes(name)) ||
    name.startsWith("if-") ||
    name === "range"
  );
}

function obeys(operation: Operation, name: string): boolean {
  return (operation.headers ?? []).some((each) =>
    each.endsWith("*") ? name.startsWith(each.slice(0, -1)) : each === name,
  );
}

function notImplemented(what: string): ServiceError {
  const message = `A header or query you provided implies functionality that is not implemented: ${what}`;
  return new ServiceError("NotImplemented", message, 501);
}
