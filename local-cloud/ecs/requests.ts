import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";

/** The supported members of the ECS API (version 2014-11-13). All others are refused by name. */

const keyValue = z.strictObject({ name: z.string().min(1), value: z.string() });
const size = z.string().regex(/^\d+$/, "a number in a string");

const OVERRIDES_LIMIT = 8192;

const overridesSchema = z
  .strictObject({
    containerOverrides: z
      .array(
        z.strictObject({
          name: z.string().min(1),
          command: z.array(z.string()).optional(),
          environment: z.array(keyValue).optional(),
          cpu: z.int().positive().optional(),
          memory: z.int().min(6).optional(),
        }),
      )
      .max(1)
      .default([]),
    cpu: size.optional(),
    memory: size.optional(),
  })
  .refine((overrides) => JSON.stringify(overrides).length <= OVERRIDES_LIMIT, {
    error: `Container Overrides length must be at most ${OVERRIDES_LIMIT}`,
  });

const networkSchema = z.strictObject({
  awsvpcConfiguration: z.strictObject({
    subnets: z.array(z.string().min(1)).min(1).max(16),
    securityGroups: z.array(z.string().min(1)).max(5).optional(),
    assignPublicIp: z.enum(["ENABLED", "DISABLED"]).optional(),
  }),
});

const cluster = z.string().min(1).default("default");

export const runTaskSchema = z.strictObject({
  cluster,
  taskDefinition: z.string().min(1),
  count: z.literal(1, "only one task at a time can be started here").default(1),
  launchType: z.literal("FARGATE").default("FARGATE"),
  platformVersion: z.enum(["LATEST", "1.4.0"]).default("LATEST"),
  networkConfiguration: z
    .custom((value) => value !== undefined, {
      error: "Network Configuration must be provided when networkMode 'awsvpc' is specified.",
      abort: true,
    })
    .pipe(networkSchema),
  overrides: overridesSchema.default({ containerOverrides: [] }),
  clientToken: z.string().max(64).optional(),
  startedBy: z.string().max(128).optional(),
  group: z.string().max(255).optional(),
  tags: z
    .array(z.strictObject({ key: z.string().min(1).max(128), value: z.string().max(256).default("") }))
    .max(50)
    .default([]),
  enableExecuteCommand: z.literal(false).optional(),
  enableECSManagedTags: z.literal(false).optional(),
  propagateTags: z.enum(["NONE", "TASK_DEFINITION"]).optional(),
});

export const describeTasksSchema = z.strictObject({
  cluster,
  tasks: z.array(z.string().min(1)).min(1).max(100),
  include: z.array(z.literal("TAGS")).default([]),
});

export const stopTaskSchema = z.strictObject({
  cluster,
  task: z.string().min(1),
  reason: z.string().max(1024).optional(),
});

export const listTasksSchema = z.strictObject({
  cluster,
  family: z.string().optional(),
  startedBy: z.string().optional(),
  /** PENDING lists nothing, as on AWS: it is never a desired status. */
  desiredStatus: z.enum(["RUNNING", "PENDING", "STOPPED"]).default("RUNNING"),
  launchType: z.literal("FARGATE").optional(),
  maxResults: z.int().min(1).max(100).default(100),
  nextToken: z.string().optional(),
});

export type RunTaskRequest = z.output<typeof runTaskSchema>;

/** Parses a request by its schema. Throws InvalidParameterException, which names the invalid member. */
export function accepted<T extends z.ZodType>(schema: T, input: unknown): z.output<T> {
  const parsed = schema.safeParse(input);
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues.map(({ path, message }) =>
    [path.join("."), message].filter(Boolean).join(": "),
  );
  throw new ServiceError("InvalidParameterException", problems.join("; "));
}
