import type { Policy } from "#core/factory/policy/policy.ts";

/** What the policy permits in a draft, for a model. */
export interface PolicyLimits {
  readonly files: number;
  readonly dependencies: { readonly max: number; readonly deny: readonly string[] };
  /** What no file may contain. */
  readonly forbidden: readonly { readonly files: string; readonly reason: string }[];
}

export const limitsOf = ({ builder, dependencies, forbidden }: Policy): PolicyLimits => ({
  files: builder.draft_files,
  dependencies,
  forbidden: forbidden.map(({ paths, reason }) => ({ files: paths ?? "all files", reason })),
});
