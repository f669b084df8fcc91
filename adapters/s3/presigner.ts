import { S3Client } from "@aws-sdk/client-s3";

/**
 * A client that signs URLs: one signed with a checksum of its empty body would refuse every real one, and plain
 * HTTP checks none either.
 */
export function createPresigner(options: ConstructorParameters<typeof S3Client>[0] = {}): S3Client {
  return new S3Client({
    ...options,
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
}
