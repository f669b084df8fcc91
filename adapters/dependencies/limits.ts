import { MAX_PACKAGES } from "#core/factory/dependencies/lockfile.ts";

const MB = 2 ** 20;

/** Limits for installing the dependencies of one app. */
export interface Limits {
  /** Wall time of the whole step. */
  readonly seconds: number;
  /** Number of packages requested from the registry. */
  readonly packages: number;
  /** Number of entries, and bytes, of the unpacked packages. */
  readonly entries: number;
  readonly bytes: number;
  /** Bytes transferred: for one package's metadata, for one package, and in total. */
  readonly packumentBytes: number;
  readonly tarballBytes: number;
  readonly downloadBytes: number;
  /** Memory of the process: V8's heap, and resident memory (Linux only). */
  readonly heapBytes: number;
  readonly memoryBytes: number;
  /** Size of the download cache. */
  readonly cacheBytes: number;
}

/** Sized for a function, whose disk must hold unpacked packages and cache, and whose memory also holds this process. */
export const LIMITS: Limits = {
  seconds: 90,
  packages: MAX_PACKAGES,
  entries: 60_000,
  bytes: 600 * MB,
  packumentBytes: 64 * MB,
  tarballBytes: 256 * MB,
  downloadBytes: 600 * MB,
  heapBytes: 768 * MB,
  memoryBytes: 1024 * MB,
  cacheBytes: 384 * MB,
};

/** Formats bytes as whole megabytes of 2^20 bytes. */
export const inMegabytes = (bytes: number): string => `${Math.round(bytes / MB)} MB`;
