import { ServiceError } from "#local-cloud/http.ts";
import type { Call } from "./operation.ts";
import type { Bucket, ObjectVersion } from "./state.ts";

export function bucketOf(call: Call): Bucket {
  return requireBucket(call, call.request.bucket);
}

export function requireBucket(call: Call, name: string): Bucket {
  const bucket = call.store.state.buckets.get(name);
  if (bucket) return bucket;
  throw new ServiceError("NoSuchBucket", "The specified bucket does not exist", 404, { BucketName: name });
}

/** Returns the newest version, which can be a delete marker. */
function newestVersion(bucket: Bucket, key: string): ObjectVersion | undefined {
  return bucket.versions.get(key)?.[0];
}

/** Returns the object of a plain GET. */
export function currentObject(bucket: Bucket, key: string): ObjectVersion | undefined {
  const newest = newestVersion(bucket, key);
  return newest?.marker ? undefined : newest;
}

/** Returns the version that a request names, or the newest. Throws S3's errors for delete markers. */
export function requireObject(bucket: Bucket, key: string, versionId?: string): ObjectVersion {
  const version = versionId === undefined ? newestVersion(bucket, key) : namedVersion(bucket, key, versionId);
  if (!version) throw noSuchKey(key);
  if (!version.marker) return version;
  const headers = { "x-amz-delete-marker": "true", "x-amz-version-id": version.versionId };
  if (versionId === undefined)
    throw new ServiceError("NoSuchKey", "The specified key does not exist.", 404, { Key: key, headers });
  throw new ServiceError(
    "MethodNotAllowed",
    "The specified method is not allowed against this resource.",
    405,
    {
      Method: "GET",
      ResourceType: "DeleteMarker",
      headers: { ...headers, "last-modified": new Date(version.modified).toUTCString(), allow: "DELETE" },
    },
  );
}

/** Version ids have 32 characters; `null` is the version that was written without versioning. */
export function checkVersionId(versionId: string): void {
  if (!/^(null|[\w.-]{32})$/.test(versionId))
    throw new ServiceError("InvalidArgument", "Invalid version id specified", 400, {
      ArgumentName: "versionId",
      ArgumentValue: versionId,
    });
}

export function noSuchKey(key: string): ServiceError {
  return new ServiceError("NoSuchKey", "The specified key does not exist.", 404, { Key: key });
}

/** Returns the header with the version id, which buckets without versioning do not send. */
export function versionHeader(bucket: Bucket, versionId: string): Record<string, string> {
  return bucket.settings.versioning === null ? {} : { "x-amz-version-id": versionId };
}

function namedVersion(bucket: Bucket, key: string, versionId: string): ObjectVersion {
  checkVersionId(versionId);
  const version = bucket.versions.get(key)?.find((each) => each.versionId === versionId);
  if (version) return version;
  throw new ServiceError("NoSuchVersion", "The specified version does not exist.", 404, {
    Key: key,
    VersionId: versionId,
  });
}
