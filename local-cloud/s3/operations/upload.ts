import { ServiceError } from "#local-cloud/http.ts";
import { bucketOf } from "#local-cloud/s3/lookup.ts";
import type { Call } from "#local-cloud/s3/operation.ts";
import type { Part, Upload } from "#local-cloud/s3/state.ts";

/** Returns the multipart upload that the request names, which must belong to the request's bucket and key. */
export function findUpload(call: Call): { upload: Upload; parts: Map<number, Part> } {
  const bucket = bucketOf(call);
  const found = call.store.state.uploads.get(call.request.query.get("uploadId") ?? "");
  if (found && found.upload.bucket === bucket.settings.name && found.upload.key === call.request.key)
    return found;
  throw new ServiceError(
    "NoSuchUpload",
    "The specified upload does not exist. The upload ID may be invalid, or the upload may have been aborted or completed.",
    404,
  );
}
