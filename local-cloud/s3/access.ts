import { ServiceError } from "#local-cloud/http.ts";
import { type Principal, refusalOf } from "#local-cloud/sts/identities.ts";
import type { Access } from "#local-cloud/sts/policy.ts";
import type { Operation } from "./operation.ts";
import type { S3Reply, S3Request } from "./request.ts";

/** Operations whose IAM action has another name (service authorization reference, Amazon S3). */
const ACTIONS: Readonly<Record<string, string>> = {
  HeadObject: "GetObject",
  CreateMultipartUpload: "PutObject",
  UploadPart: "PutObject",
  CompleteMultipartUpload: "PutObject",
  ListObjectsV2: "ListBucket",
  ListObjectVersions: "ListBucketVersions",
  HeadBucket: "ListBucket",
  ListBuckets: "ListAllMyBuckets",
};

/** Runs an operation if the signer has the right to it, otherwise throws AccessDenied 403. */
export async function runFor(
  principal: Principal,
  operation: Operation,
  request: S3Request,
  run: () => S3Reply | Promise<S3Reply>,
): Promise<S3Reply> {
  if (!principal.session) return run();
  const { bucket, key } = request;
  const denied = accessesOf(operation, request).find((access) => !principal.may(access));
  if (denied) throw refusal(principal, denied);
  try {
    return await run();
  } catch (error) {
    // Only callers that may list the bucket learn that a key does not exist.
    const list = { action: "s3:ListBucket", resource: `arn:aws:s3:::${bucket}` };
    const absent = error instanceof ServiceError && error.status === 404 && key !== "";
    throw absent && !principal.may(list) ? refusal(principal, list) : error;
  }
}

function accessesOf({ name }: Operation, { bucket, key, query, headers }: S3Request): Access[] {
  const resource = bucket === "" ? "*" : `arn:aws:s3:::${bucket}${key && `/${key}`}`;
  const action = ACTIONS[name] ?? name;
  const version = query.has("versionId") ? "Version" : "";
  const lock = headers.has("x-amz-object-lock-mode") ? [{ action: "s3:PutObjectRetention", resource }] : [];
  return [{ action: `s3:${action}${version}`, resource }, ...lock];
}

function refusal(principal: Principal, access: Access): ServiceError {
  return new ServiceError("AccessDenied", refusalOf(principal, access), 403);
}
