import { S3Client } from "@aws-sdk/client-s3";

/**
 * A client that signs URLs without checksums, because a PUT URL with the checksum of an empty body would refuse all
 * other bodies.
 */
export function createPresigner(options: ConstructorParameters<typeof S3Client>[0] = {}): S3Client {
  return new S3Client({
    ...options,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
}
