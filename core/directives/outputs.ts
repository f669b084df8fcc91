import type { TreeFile } from "#core/kernel/tree.ts";

/** A build whose audited output is stored. */
interface StoredBuild {
  readonly tenant: string;
  readonly mission: string;
  readonly attempt: number;
  readonly retry: number;
  /** The digest that the archive must have, if it is known. */
  readonly archive_sha256?: string;
}

/** The stored outputs of builds. */
export interface Outputs {
  /** The output's files. Throws EnvironmentFailure when they are missing, damaged or larger than permitted. */
  read(
    build: StoredBuild,
    limits: { readonly collect_files: number; readonly collect_mb: number },
  ): Promise<readonly TreeFile[]>;
}

export interface WithOutputs {
  readonly outputs: Outputs;
}
