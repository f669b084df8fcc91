import type { Owner } from "#builder/materialise.ts";
import type { BuildLimits } from "#core/factory/build/limits.ts";
import type { Cgroup } from "./cgroup.ts";

export const EXECUTOR_NAMES = ["uid", "bwrap", "srt"] as const;
export type ExecutorName = (typeof EXECUTOR_NAMES)[number];

/** How to start a command in a sandbox: the program to spawn, and files for the descriptors 3, 4, … */
export interface Launch {
  readonly argv: readonly string[];
  /** Paths to open for reading and pass as descriptors from 3 on. */
  readonly files: readonly string[];
  /** Descriptor to which the sandbox itself writes its status (bubblewrap's --json-status-fd). */
  readonly status_fd?: number;
}

/** The sandbox for the untrusted commands of one job. */
export interface Sandbox {
  /** The app's folder, as a path of the supervisor. */
  readonly workspace: string;
  /** All folders to which commands can write, as paths of the supervisor. */
  readonly writable: readonly string[];
  readonly owner: Owner;
  /** The path of Node inside the sandbox. */
  readonly node: string;
  /** Present when the kernel limits and counts memory and CPU; otherwise the supervisor does. */
  readonly cgroup: Pick<Cgroup, "oomKills" | "cpuMs"> | undefined;
  launch(argv: readonly string[]): Promise<Launch>;
  /** Registers the process that was spawned for a launch. */
  adopt(pid: number): void;
  /** The ids of all live untrusted processes. */
  processes(): number[];
  /** Kills all processes of the sandbox; resolves when none is left. */
  killAll(): Promise<void>;
  /** Kills all processes, then releases files, user id and control groups. */
  close(): Promise<void>;
}

/** A way to run untrusted commands. */
export interface Executor {
  readonly name: ExecutorName;
  /** Whether it isolates less than the others; shown to the person who starts a build with it. */
  readonly weaker?: boolean;
  /** Creates a sandbox. Throws EnvironmentFailure. */
  open(limits: BuildLimits): Promise<Sandbox>;
}
