/** A task definition with one container on Fargate. */
export interface TaskDefinition {
  readonly revision: number;
  /** CPU units of the task, 1024 for one vCPU. */
  readonly cpu: number;
  /** MiB of the task. */
  readonly memory: number;
  readonly container: {
    readonly name: string;
    readonly image: string;
    readonly command?: readonly string[];
    readonly environment?: Readonly<Record<string, string>>;
    /** Hard limit in MiB; the container is killed above it. Default: the task's. */
    readonly memory?: number;
    /** Seconds between SIGTERM and SIGKILL: 30 by default, 120 at most. */
    readonly stopTimeout?: number;
  };
}

const range =
  (from: number, to: number, step = 1024) =>
  (memory: number) =>
    memory >= from && memory <= to && (memory - from) % step === 0;

/** The sizes that Fargate offers (ECS developer guide, "Task CPU and memory"). */
const sizes: Record<number, (memory: number) => boolean> = {
  256: (memory) => [512, 1024, 2048].includes(memory),
  512: range(1024, 4096),
  1024: range(2048, 8192),
  2048: range(4096, 16_384),
  4096: range(8192, 30_720),
  8192: range(16_384, 61_440, 4096),
  16384: range(32_768, 122_880, 8192),
};

/** Returns the reason why Fargate does not offer this size, or undefined. */
export function sizeRefusal(cpu: number, memory: number): string | undefined {
  return sizes[cpu]?.(memory)
    ? undefined
    : `No Fargate configuration exists for given values: ${cpu} CPU, ${memory} memory.`;
}

export function checkDefinition(family: string, { cpu, memory, container }: TaskDefinition): void {
  const refusal = sizeRefusal(cpu, memory);
  if (refusal) throw new Error(`task definition ${family}: ${refusal}`);
  if ((container.memory ?? memory) > memory)
    throw new Error(`task definition ${family}: the container may use more memory than the task has`);
  if ((container.stopTimeout ?? 30) > 120)
    throw new Error(`task definition ${family}: stopTimeout is at most 120 s`);
}
