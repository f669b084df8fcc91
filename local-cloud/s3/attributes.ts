import { ServiceError } from "#local-cloud/http.ts";
import { parseLegalHold, parseRetention, requireLock } from "./object-lock.ts";
import type { Call } from "./operation.ts";
import type { Bucket, Encryption, ObjectAttributes } from "./state.ts";

const CONTENT = [
  "content-type",
  "cache-control",
  "content-disposition",
  "content-encoding",
  "content-language",
  "expires",
];
const MAX_METADATA = 2048;

/** Headers that operations which write an object support. */
export const WRITE_HEADERS = [
  "x-amz-meta-*",
  "x-amz-acl",
  "x-amz-storage-class",
  "x-amz-server-side-encryption",
  "x-amz-server-side-encryption-aws-kms-key-id",
  "x-amz-server-side-encryption-bucket-key-enabled",
  "x-amz-object-lock-mode",
  "x-amz-object-lock-retain-until-date",
  "x-amz-object-lock-legal-hold",
] as const;

/** Returns the attributes in the headers of a write: metadata, encryption, retention, legal hold. */
export function attributesOf(call: Call, bucket: Bucket): ObjectAttributes {
  refuseUnsupported(call);
  return {
    headers: { ...contentHeaders(call), ...userMetadata(call), ...encryptionHeaders(call, bucket) },
    ...lockOf(call, bucket),
  };
}

/**
 * Returns Content-Type and the other content headers; `aws-chunked` is framing and not part of the object.
 */
function contentHeaders(call: Call): Record<string, string> {
  const found: Record<string, string> = {};
  for (const name of CONTENT) {
    const value = call.request.headers.get(name);
    if (value !== undefined) found[name] = value;
  }
  const encoding = (found["content-encoding"] ?? "").split(",").map((each) => each.trim());
  const own = encoding.filter((each) => each !== "" && each !== "aws-chunked").join(",");
  delete found["content-encoding"];
  return {
    "content-type": "application/octet-stream",
    ...found,
    ...(own ? { "content-encoding": own } : {}),
  };
}

export function userMetadata(call: Call): Record<string, string> {
  const pairs = [...call.request.headers].filter(([name]) => name.startsWith("x-amz-meta-"));
  const size = pairs.reduce(
    (sum, [name, value]) => sum + name.length - "x-amz-meta-".length + value.length,
    0,
  );
  if (size > MAX_METADATA)
    throw new ServiceError(
      "MetadataTooLarge",
      "Your metadata headers exceed the maximum allowed metadata size",
      400,
    );
  return Object.fromEntries(pairs);
}

/**
 * Returns the requested encryption, or the bucket's default. It is only reported: the local cloud does not
 * encrypt objects.
 */
export function encryptionHeaders(call: Call, bucket: Bucket): Record<string, string> {
  const prefix = "x-amz-server-side-encryption";
  const asked = call.request.headers.get(prefix);
  const keyId = call.request.headers.get(`${prefix}-aws-kms-key-id`) ?? null;
  const bucketKey = call.request.headers.get(`${prefix}-bucket-key-enabled`);
  if (asked !== "aws:kms" && keyId !== null)
    throw new ServiceError("InvalidArgument", `${prefix}-aws-kms-key-id needs ${prefix}: aws:kms`, 400);
  if (asked !== undefined && asked !== "AES256" && asked !== "aws:kms")
    throw new ServiceError("NotImplemented", `${prefix}: ${asked} is not implemented`, 501);
  const encryption: Encryption = asked
    ? { algorithm: asked, keyId, bucketKey: bucketKey === "true" }
    : bucket.settings.encryption;
  if (encryption.algorithm !== "aws:kms") return { [prefix]: encryption.algorithm };
  return {
    [prefix]: "aws:kms",
    [`${prefix}-aws-kms-key-id`]:
      encryption.keyId ?? `arn:aws:kms:${bucket.settings.region}:${call.account}:alias/aws/s3`,
    ...(encryption.bucketKey ? { [`${prefix}-bucket-key-enabled`]: "true" } : {}),
  };
}

export function lockOf(call: Call, bucket: Bucket): Pick<ObjectAttributes, "retention" | "legalHold"> {
  const value = (name: string) => call.request.headers.get(`x-amz-object-lock-${name}`);
  const retention = parseRetention(value("mode"), value("retain-until-date"), call.now);
  const legalHold = parseLegalHold(value("legal-hold"));
  if (retention || value("legal-hold") !== undefined) requireLock(bucket);
  return { retention, legalHold };
}

function refuseUnsupported(call: Call): void {
  const acl = call.request.headers.get("x-amz-acl");
  if (acl !== undefined && acl !== "bucket-owner-full-control")
    throw new ServiceError("AccessControlListNotSupported", "The bucket does not allow ACLs", 400);
  const storage = call.request.headers.get("x-amz-storage-class") ?? "STANDARD";
  if (storage !== "STANDARD")
    throw new ServiceError("NotImplemented", `storage class ${storage} is not implemented`, 501);
}
