import { createHash } from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";
import { createCrc32, createCrc32c, createCrc64Nvme, type Hasher } from "./crc.ts";
import type { S3Request } from "./request.ts";
import type { Checksum } from "./state.ts";

export type Algorithm = Checksum["algorithm"];

const ALGORITHMS: Record<Algorithm, { bytes: number; create: () => Hasher }> = {
  CRC32: { bytes: 4, create: createCrc32 },
  CRC32C: { bytes: 4, create: createCrc32c },
  CRC64NVME: { bytes: 8, create: createCrc64Nvme },
  SHA1: { bytes: 20, create: () => createHash("sha1") },
  SHA256: { bytes: 32, create: () => createHash("sha256") },
};

export function createHasher(algorithm: Algorithm): Hasher {
  return ALGORITHMS[algorithm].create();
}

/** Returns the header of a checksum, such as x-amz-checksum-crc32. */
export function checksumHeader(algorithm: Algorithm): string {
  return `x-amz-checksum-${algorithm.toLowerCase()}`;
}

/** Returns the XML element of a checksum, such as ChecksumCRC32. */
export function checksumElement(algorithm: Algorithm): string {
  return `Checksum${algorithm}`;
}

export function parseAlgorithm(name: string): Algorithm {
  const upper = name.toUpperCase();
  if (Object.hasOwn(ALGORITHMS, upper)) return upper as Algorithm;
  throw new ServiceError("NotImplemented", `checksum algorithm ${name} is not implemented`, 501);
}

const ALGORITHM_NAMES = Object.keys(ALGORITHMS) as Algorithm[];

/** The digests that the client states for a body. */
export interface Expectation {
  /** Base64 of the MD5, from Content-MD5. */
  readonly md5: string | null;
  readonly algorithm: Algorithm | null;
  /** Base64, or null if it follows in a trailer. */
  readonly value: string | null;
}

export function expectationOf(request: S3Request): Expectation {
  const md5 = request.headers.get("content-md5") ?? null;
  if (md5 !== null && Buffer.from(md5, "base64").length !== 16)
    throw new ServiceError("InvalidDigest", "The Content-MD5 you specified was invalid.", 400);
  const given = ALGORITHM_NAMES.filter((name) => request.headers.has(checksumHeader(name)));
  const trailer = trailerAlgorithm(request);
  if (given.length + (trailer ? 1 : 0) > 1)
    throw new ServiceError("InvalidRequest", "Expecting a single x-amz-checksum- header", 400);
  const algorithm = given[0] ?? trailer;
  const announced = request.headers.get("x-amz-sdk-checksum-algorithm");
  if (announced !== undefined && parseAlgorithm(announced) !== algorithm)
    throw new ServiceError(
      "InvalidRequest",
      "x-amz-sdk-checksum-algorithm specified, but no corresponding x-amz-checksum-* or x-amz-trailer headers were found.",
      400,
    );
  const value = given[0] ? (request.headers.get(checksumHeader(given[0])) ?? null) : null;
  if (value !== null && algorithm && !isDigest(value, algorithm))
    throw new ServiceError(
      "InvalidRequest",
      `Value for ${checksumHeader(algorithm)} header is invalid.`,
      400,
    );
  return { md5, algorithm, value };
}

/** The MD5 and one checksum of a body, and their comparison with the stated ones. */
export interface Digests {
  update(bytes: Uint8Array): void;
  /** MD5 in hex and the checksum in base64; throws BadDigest 400 if either differs from the stated one. */
  finish(trailers: ReadonlyMap<string, string>): { md5: string; checksum: string };
}

export function createDigests(expectation: Expectation, algorithm: Algorithm): Digests {
  const md5 = createHash("md5");
  const checked = expectation.algorithm;
  const hasher = createHasher(algorithm);
  const other = checked && checked !== algorithm ? createHasher(checked) : null;
  return {
    update: (bytes) => {
      md5.update(bytes);
      hasher.update(bytes);
      other?.update(bytes);
    },
    finish: (trailers) => {
      const digest = md5.digest();
      if (expectation.md5 !== null && digest.toString("base64") !== expectation.md5)
        throw badDigest("Content-MD5");
      const checksum = hasher.digest().toString("base64");
      if (checked) {
        const promised = expectation.value ?? trailers.get(checksumHeader(checked));
        if (promised === undefined)
          throw new ServiceError(
            "MalformedTrailerError",
            "The request contained trailing data that was not well-formed",
            400,
          );
        if (promised !== (other ? other.digest().toString("base64") : checksum)) throw badDigest(checked);
      }
      return { md5: digest.toString("hex"), checksum };
    },
  };
}

export function badDigest(algorithm: string): ServiceError {
  const message = `The ${algorithm} you specified did not match the calculated checksum.`;
  return new ServiceError("BadDigest", message, 400);
}

function trailerAlgorithm(request: S3Request): Algorithm | null {
  const trailer = request.headers.get("x-amz-trailer");
  if (trailer === undefined) return null;
  const name = /^\s*x-amz-checksum-([a-z0-9]+)\s*$/i.exec(trailer)?.[1];
  if (name) return parseAlgorithm(name);
  throw new ServiceError(
    "InvalidRequest",
    "The value specified in the x-amz-trailer header is not supported",
    400,
  );
}

function isDigest(value: string, algorithm: Algorithm): boolean {
  const bytes = Buffer.from(value, "base64");
  return bytes.length === ALGORITHMS[algorithm].bytes && bytes.toString("base64") === value;
}
