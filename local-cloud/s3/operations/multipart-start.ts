import { randomBytes } from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";
import { attributesOf, WRITE_HEADERS } from "#local-cloud/s3/attributes.ts";
import { type Algorithm, checksumHeader, expectationOf, parseAlgorithm } from "#local-cloud/s3/checksum.ts";
import { ingest } from "#local-cloud/s3/ingest.ts";
import { bucketOf } from "#local-cloud/s3/lookup.ts";
import type { Call, Operation } from "#local-cloud/s3/operation.ts";
import { integerParameter } from "#local-cloud/s3/request.ts";
import type { Checksum, Upload } from "#local-cloud/s3/state.ts";
import { leaf, xmlDocument } from "#local-cloud/s3/xml.ts";
import { CHECKSUM_HEADERS } from "./common.ts";
import { encryptionOf } from "./put-object.ts";
import { findUpload } from "./upload.ts";

export const createMultipartUpload: Operation = {
  name: "CreateMultipartUpload",
  method: "POST",
  on: "object",
  marks: ["uploads"],
  headers: [...WRITE_HEADERS, "x-amz-checksum-algorithm", "x-amz-checksum-type"],
  run: (call) => {
    const bucket = bucketOf(call);
    const { algorithm, checksumType, explicit } = chooseChecksum(call);
    const upload: Upload = {
      ...attributesOf(call, bucket),
      id: randomBytes(24).toString("base64url"),
      bucket: bucket.settings.name,
      key: call.request.key,
      created: call.now,
      algorithm,
      checksumType,
      explicit,
    };
    call.store.commit([{ type: "upload", upload }]);
    return {
      status: 200,
      headers: {
        ...encryptionOf(upload),
        ...(explicit ? { "x-amz-checksum-algorithm": algorithm, "x-amz-checksum-type": checksumType } : {}),
      },
      body: xmlDocument(
        "InitiateMultipartUploadResult",
        leaf("Bucket", upload.bucket),
        leaf("Key", upload.key),
        leaf("UploadId", upload.id),
      ),
    };
  },
};

export const uploadPart: Operation = {
  name: "UploadPart",
  method: "PUT",
  on: "object",
  marks: ["partNumber", "uploadId"],
  headers: [...CHECKSUM_HEADERS],
  run: async (call) => {
    const { upload } = findUpload(call);
    const number = integerParameter(call.request, "partNumber", 0, { min: 1, max: 10_000 });
    const expectation = expectationOf(call.request);
    if (upload.explicit && expectation.algorithm !== null && expectation.algorithm !== upload.algorithm)
      throw new ServiceError(
        "InvalidRequest",
        `Checksum Type mismatch occurred, expected checksum Type: ${upload.algorithm.toLowerCase()}, actual checksum Type: ${expectation.algorithm.toLowerCase()}`,
        400,
      );
    const part = await ingest(call.store.content, call.body(), expectation, upload.algorithm);
    if (!call.store.state.uploads.has(upload.id)) {
      call.store.content.remove(part.content);
      findUpload(call);
    }
    const { content, size, md5, checksum } = part;
    call.store.commit([
      {
        type: "part",
        upload: upload.id,
        part: { number, content, size, etag: md5, checksum, modified: call.now },
      },
    ]);
    const shown = upload.explicit ? { [checksumHeader(upload.algorithm)]: checksum } : {};
    return { status: 200, headers: { etag: `"${md5}"`, ...shown, ...encryptionOf(upload) } };
  },
};

/**
 * Returns the algorithm of the parts' checksums, and the type of the object's checksum (docs: "Checking
 * object integrity").
 */
function chooseChecksum(call: Call): {
  algorithm: Algorithm;
  checksumType: Checksum["type"];
  explicit: boolean;
} {
  const asked = call.request.headers.get("x-amz-checksum-algorithm");
  const type = call.request.headers.get("x-amz-checksum-type");
  const algorithm = asked === undefined ? "CRC64NVME" : parseAlgorithm(asked);
  const checksumType = type ?? (algorithm === "CRC64NVME" ? "FULL_OBJECT" : "COMPOSITE");
  if (checksumType !== "FULL_OBJECT" && checksumType !== "COMPOSITE")
    throw new ServiceError(
      "InvalidRequest",
      `Value for x-amz-checksum-type header is invalid: ${checksumType}`,
      400,
    );
  const impossible = checksumType === "FULL_OBJECT" ? algorithm.startsWith("SHA") : algorithm === "CRC64NVME";
  if (impossible)
    throw new ServiceError(
      "InvalidRequest",
      `The ${checksumType} checksum type cannot be used with the ${algorithm.toLowerCase()} checksum algorithm.`,
      400,
    );
  return { algorithm, checksumType, explicit: asked !== undefined };
}
