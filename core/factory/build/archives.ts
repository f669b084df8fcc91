import type { TreeFile } from "#core/kernel/tree.ts";

/** Unpacks a builder's output archive. Throws EnvironmentFailure when the archive is invalid or exceeds the limits. */
export interface Archives {
  unpack(bytes: Uint8Array, limits: { files: number; bytes: number }): Promise<TreeFile[]>;
}

export interface WithArchives {
  readonly archives: Archives;
}
