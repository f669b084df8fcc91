import type { Declared } from "#core/factory/dependencies/declared.ts";
import type { ErrorCode } from "#core/kernel/errors.ts";
import type { Limits } from "./limits.ts";

/** The machine that will run the packages, which need not be this one. */
export interface BuilderPlatform {
  readonly os: string;
  readonly cpu: string;
  readonly libc?: string;
  /** `process.versions.modules` of its Node. */
  readonly abi: string;
}

/** What the process is to do: the first message it gets. */
export interface Order {
  readonly declared: Declared;
  /** Undefined: npm's own. */
  readonly registry?: string | undefined;
  readonly platform: BuilderPlatform;
  /** A folder of its own, and the one for downloads that it shares. */
  readonly folder: string;
  readonly cacheDir: string;
  readonly limits: Limits;
  /** Whether connections go through a proxy, whose address says nothing about where they end. */
  readonly proxied: boolean;
}

/** What the process reports, in this order; the archive itself is what it writes to stdout before it ends. */
export type Report =
  | { readonly type: "fetching"; readonly packages: readonly string[] }
  | { readonly type: "resolved"; readonly key: string; readonly lockfile: string }
  | { readonly type: "packed"; readonly bytes: number }
  | {
      readonly type: "failed";
      readonly code: ErrorCode;
      readonly message: string;
      readonly field?: string | undefined;
    };

/** The second message it gets, when these packages have not been packed yet. */
export const PACK = "pack";

/** How many packages a sentence names; one more than these is reported, so that it can say "and others". */
export const MOST_NAMED = 3;
