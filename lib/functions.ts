export interface FunctionRow {
  /** The module whose `handler` runs, from the repository's root. */
  readonly entry: string;
  readonly seconds: number;
  /** MB. CPU grows with it. */
  readonly memory: number;
  /** MB of `/tmp`, which a warm function finds as it left it. */
  readonly disk: number;
  readonly architecture: "arm64" | "x86_64";
  /** Files and folders of the repository that lie beside the handler, by their base names. */
  readonly files: readonly string[];
}

/** MB that cost nothing. */
export const FREE_DISK = 512;
const ARM = { architecture: "arm64", disk: FREE_DISK, files: [] } as const;
const WITH_POLICY = { ...ARM, files: ["policy.yaml"] } as const;

/** Every function of the factory: what it runs and what it is given. */
export const FUNCTIONS = {
  api: { entry: "lambdas/api/main.ts", seconds: 29, memory: 1024, ...ARM },
  authorizer: { entry: "lambdas/api/authorizer.ts", seconds: 10, memory: 512, ...ARM },
  "origin-authorizer": { entry: "lambdas/api/origin-authorizer.ts", seconds: 10, memory: 256, ...ARM },
  "ws-authorizer": { entry: "lambdas/ws/authorizer.ts", seconds: 10, memory: 512, ...ARM },
  "ws-connect": { entry: "lambdas/ws/connect.ts", seconds: 10, memory: 256, ...ARM },
  "ws-disconnect": { entry: "lambdas/ws/disconnect.ts", seconds: 10, memory: 256, ...ARM },
  "ws-default": { entry: "lambdas/ws/default.ts", seconds: 10, memory: 256, ...ARM },
  relay: { entry: "lambdas/events/relay.ts", seconds: 60, memory: 512, ...WITH_POLICY },
  "object-created": { entry: "lambdas/events/object-created.ts", seconds: 60, memory: 256, ...ARM },
  "task-stopped": { entry: "lambdas/events/task-stopped.ts", seconds: 60, memory: 256, ...ARM },
  "execution-ended": {
    entry: "lambdas/events/execution-ended.ts",
    seconds: 120,
    memory: 1024,
    ...WITH_POLICY,
  },
  sweep: { entry: "lambdas/events/sweep.ts", seconds: 60, memory: 256, ...WITH_POLICY },
  admit: { entry: "lambdas/steps/admit.ts", seconds: 30, memory: 256, ...WITH_POLICY },
  prepare: { entry: "lambdas/steps/prepare.ts", seconds: 30, memory: 256, ...WITH_POLICY },
  architect: { entry: "lambdas/steps/architect.ts", seconds: 360, memory: 512, ...ARM },
  check: { entry: "lambdas/steps/check.ts", seconds: 30, memory: 512, ...WITH_POLICY },
  // The limits of adapters/dependencies/limits.ts: packages unpacked, as tarballs, and the tarballs of earlier ones.
  install: { entry: "lambdas/steps/install.ts", seconds: 120, memory: 2048, ...ARM, disk: 2048 },
  build: { entry: "lambdas/steps/build.ts", seconds: 60, memory: 512, ...WITH_POLICY },
  "stop-build": { entry: "lambdas/steps/stop-build.ts", seconds: 30, memory: 256, ...ARM },
  inspect: { entry: "lambdas/steps/inspect.ts", seconds: 30, memory: 256, ...ARM },
  heal: { entry: "lambdas/steps/heal.ts", seconds: 300, memory: 512, ...ARM },
  review: { entry: "lambdas/steps/review.ts", seconds: 120, memory: 512, ...ARM },
  preview: { entry: "lambdas/steps/preview.ts", seconds: 180, memory: 1024, ...WITH_POLICY },
  verify: {
    entry: "lambdas/steps/verify.ts",
    seconds: 300,
    memory: 2048,
    disk: 1024, // The unpacked browser is 211 MB, and each acceptance has a profile and shared memory beside it.
    architecture: "x86_64",
    files: ["policy.yaml"],
  },
  promote: { entry: "lambdas/steps/promote.ts", seconds: 180, memory: 512, ...WITH_POLICY },
  publish: { entry: "lambdas/steps/publish.ts", seconds: 300, memory: 1024, ...WITH_POLICY },
  seal: { entry: "lambdas/steps/seal.ts", seconds: 120, memory: 1024, ...WITH_POLICY },
  release: { entry: "lambdas/steps/release.ts", seconds: 60, memory: 256, ...WITH_POLICY },
  "origin-key": { entry: "lambdas/deploy/origin-key.ts", seconds: 30, memory: 256, ...ARM },
  "web-files": {
    entry: "lambdas/deploy/web-files.ts",
    seconds: 120,
    memory: 256,
    ...ARM,
    files: ["web"],
  },
} as const satisfies Readonly<Record<string, FunctionRow>>;

export type FunctionName = keyof typeof FUNCTIONS;

/** Programs that a function starts as processes of their own: each lies beside its handler under this name. */
export const PROGRAMS = {
  "npm-process": { entry: "adapters/dependencies/npm-process.ts", of: "install" },
} as const satisfies Readonly<Record<string, { readonly entry: string; readonly of: FunctionName }>>;

export type ProgramName = keyof typeof PROGRAMS;
