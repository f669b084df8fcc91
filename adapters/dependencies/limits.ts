import { MAX_PACKAGES } from "#core/factory/dependencies/lockfile.ts";

const MB = 2 ** 20;

/** What providing one app's dependencies may take. */
export interface Limits {
  /** Wall time of the whole step. */
  readonly seconds: number;
  /** Names that the registry is asked about. */
  readonly packages: number;
  /** Entries and bytes of the unpacked packages. */
  readonly entries: number;
  readonly bytes: number;
  /** Bytes on the wire: of one package's description, of one package, and of all together. */
  readonly packumentBytes: number;
  readonly tarballBytes: number;
  readonly downloadBytes: number;
  /** Memory of the process: V8's heap, and all of it (Linux only). */
  readonly heapBytes: number;
  readonly memoryBytes: number;
  /** What is kept of earlier downloads. */
  readonly cacheBytes: number;
}

/** A function's disk must hold what is unpacked, downloaded and kept; its memory the process beside its own. */
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

/** Bytes as people read them: whole megabytes, of 2^20 bytes. */
export const inMegabytes = (bytes: number): string => `${Math.round(bytes / MB)} MB`;
