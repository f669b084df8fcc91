import type { Statement } from "./policy.ts";

/** A role for which STS issues sessions. */
export interface Role {
  readonly arn: string;
  /** Tags that a session must have: these and no others, each with a value. */
  readonly tags: readonly string[];
  readonly statements: readonly Statement[];
}
