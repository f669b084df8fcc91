import type { Owner } from "#builder/materialise.ts";
import type { BuildLimits } from "#core/factory/build/job.ts";
import type { Cgroup } from "./cgroup.ts";

export const EXECUTOR_NAMES = ["uid", "bwrap", "srt"] as const;
export type ExecutorName = (typeof EXECUTOR_NAMES)[number];

/** How a command is started inside a sandbox: what to spawn, and files it reads as descriptors 3, 4, … */
export interface Launch {
  readonly argv: readonly string[];
  /** Paths opened for reading and handed on from descriptor 3. */
  readonly files: readonly string[];
  /** Descriptor on which the sandbox itself reports that the command ran (bubblewrap's --json-status-fd). */
  readonly status_fd?: number;
}

/** One place for one job's untrusted commands. */
export interface Sandbox {
  /** The app's folder, as the supervisor sees it. */
  readonly workspace: string;
  /** All folders the commands can fill, as the supervisor sees them. */
  readonly writable: readonly string[];
  readonly owner: Owner;
  /** Node as the commands see it. */
  readonly node: string;
  /** Memory and CPU are capped, and counted, by the kernel; otherwise the supervisor's watchdogs do it. */
  readonly cgroup: Pick<Cgroup, "oomKills" | "cpuMs"> | undefined;
  launch(argv: readonly string[]): Promise<Launch>;
  /** Tells the sandbox which process was spawned for a launch. */
  adopt(pid: number): void;
  /** Every live untrusted process. */
  processes(): number[];
  /** Ends everything that runs in the sandbox; returns when nothing is left. */
  killAll(): Promise<void>;
  /** killAll, then gives back files, user id and control groups. */
  close(): Promise<void>;
}

/** A way to run untrusted commands. */
export interface Executor {
  readonly name: ExecutorName;
  /** It keeps less apart than the others; shown to the person who starts a build with it. */
  readonly weaker?: boolean;
  /** Makes a sandbox and proves that it runs Node. Throws EnvironmentFailure when it does not. */
  open(limits: BuildLimits): Promise<Sandbox>;
}
