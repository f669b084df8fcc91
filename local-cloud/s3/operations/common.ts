/** Headers of a request whose body is checked. */
export const CHECKSUM_HEADERS = [
  "x-amz-sdk-checksum-algorithm",
  "x-amz-checksum-crc32",
  "x-amz-checksum-crc32c",
  "x-amz-checksum-crc64nvme",
  "x-amz-checksum-sha1",
  "x-amz-checksum-sha256",
  "x-amz-trailer",
  "x-amz-decoded-content-length",
] as const;
