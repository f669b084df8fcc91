import type { Declared } from "#core/factory/dependencies/declared.ts";
import type { ErrorCode } from "#core/kernel/errors.ts";
import type { Limits } from "./limits.ts";

/** The platform on which the packages will run; it can differ from this machine. */
export interface BuilderPlatform {
  readonly os: string;
  readonly cpu: string;
  readonly libc?: string;
  /** `process.versions.modules` of its Node. */
  readonly abi: string;
}

/** The task of the process: the first message that it receives. */
export interface Order {
  readonly declared: Declared;
  /** Default: npm's registry. */
  readonly registry?: string | undefined;
  readonly platform: BuilderPlatform;
  /** The process's own folder; `cacheDir` is the shared download cache. */
  readonly folder: string;
  readonly cacheDir: string;
  readonly limits: Limits;
  /** Whether connections use a proxy, so that their remote address is not that of the server. */
  readonly proxied: boolean;
}

/** Messages of the process, in this order. It writes the archive to stdout. */
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

/** The second message to the process, if the packages must be packed. */
export const PACK = "pack";

/** Maximum number of packages in a message; one more is reported, so that it can add "and others". */
export const MOST_NAMED = 3;
