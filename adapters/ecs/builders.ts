import {
  ConflictException,
  DescribeTasksCommand,
  type ECSClient,
  InvalidParameterException,
  ListTasksCommand,
  RunTaskCommand,
  type RunTaskCommandOutput,
  StopTaskCommand,
} from "@aws-sdk/client-ecs";
import type { Builders, BuildTask } from "#core/factory/build/builders.ts";
import { GantryError } from "#core/kernel/errors.ts";
import { sha256Hex } from "#core/kernel/hash.ts";

export interface BuilderOptions {
  readonly client: ECSClient;
  readonly cluster: string;
  /** Task definition by tier. */
  readonly task_definitions: Record<BuildTask["tier"], string>;
  readonly container: string;
  readonly subnets: readonly string[];
  readonly security_groups: readonly string[];
  /** Whether a task gets a public IP address; without one it reaches only what its network provides. */
  readonly public_ip: "ENABLED" | "DISABLED";
}

/** Maximum number of tasks per call of ListTasks and DescribeTasks. */
const PAGE = 100;

/** Isolated builders as Fargate tasks. The client token makes a repeated start idempotent. */
export function createBuilders(options: BuilderOptions): Builders {
  return {
    async run(task) {
      const { tasks, failures } = await options.client
        .send(new RunTaskCommand(request(options, task)))
        .catch(alreadyRunning);
      const arn = tasks?.[0]?.taskArn;
      if (arn) return arn;
      throw new GantryError(
        "EnvironmentFailure",
        `No builder could be started: ${failures?.[0]?.reason ?? "no reason given"}.`,
      );
    },
    async stop(task, reason) {
      try {
        await options.client.send(new StopTaskCommand({ cluster: options.cluster, task, reason }));
      } catch (error) {
        if (!(error instanceof InvalidParameterException)) throw error; // The task has already ended.
      }
    },
    async running() {
      const found: { task: string; created_at_ms: number }[] = [];
      let nextToken: string | undefined;
      do {
        const page = await options.client.send(
          new ListTasksCommand({
            cluster: options.cluster,
            launchType: "FARGATE",
            desiredStatus: "RUNNING",
            maxResults: PAGE,
            ...(nextToken === undefined ? {} : { nextToken }),
          }),
        );
        found.push(...(await described(options, page.taskArns ?? [])));
        nextToken = page.nextToken;
      } while (nextToken !== undefined);
      return found;
    },
  };
}

/** The creation times of these tasks, without tasks that have ended in the meantime. */
async function described({ client, cluster }: BuilderOptions, tasks: string[]) {
  if (tasks.length === 0) return [];
  const answer = await client.send(new DescribeTasksCommand({ cluster, tasks }));
  return (answer.tasks ?? []).flatMap(({ taskArn, createdAt }) =>
    taskArn && createdAt ? [{ task: taskArn, created_at_ms: createdAt.getTime() }] : [],
  );
}

/** The task of a client token that was already used with different parameters, such as a newly signed URL. */
function alreadyRunning(error: unknown): Pick<RunTaskCommandOutput, "tasks" | "failures"> {
  const taskArn = error instanceof ConflictException ? error.resourceIds?.[0] : undefined;
  if (taskArn === undefined) throw error;
  return { tasks: [{ taskArn }] };
}

function request(options: BuilderOptions, task: BuildTask) {
  const { tenant, mission_id, attempt, retry, start, tier, job_url, wait_seconds } = task;
  const environment = {
    JOB_URL: job_url,
    JOB_WAIT_SECONDS: String(wait_seconds),
    GANTRY_TENANT: tenant,
    GANTRY_MISSION: mission_id,
    GANTRY_ATTEMPT: String(attempt),
    GANTRY_RETRY: String(retry),
    GANTRY_START: String(start),
  };
  return {
    cluster: options.cluster,
    taskDefinition: options.task_definitions[tier],
    launchType: "FARGATE" as const,
    count: 1,
    clientToken: sha256Hex(`${tenant}/${mission_id}/${attempt}/${retry}/${start}`).slice(0, 32),
    networkConfiguration: {
      awsvpcConfiguration: {
        subnets: [...options.subnets],
        securityGroups: [...options.security_groups],
        assignPublicIp: options.public_ip,
      },
    },
    overrides: {
      containerOverrides: [
        {
          name: options.container,
          environment: Object.entries(environment).map(([name, value]) => ({ name, value })),
        },
      ],
    },
  };
}
