import type { TreeFile } from "#core/kernel/tree.ts";

/** Reads a builder's output archive. Throws EnvironmentFailure when it is not what the builder recorded. */
export interface Archives {
  unpack(bytes: Uint8Array, limits: { files: number; bytes: number }): Promise<TreeFile[]>;
}

export interface WithArchives {
  readonly archives: Archives;
}
