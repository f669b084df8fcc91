import { existsSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { z } from "zod";
import type { AwsOptions } from "#local-cloud/aws.ts";
import type { ModelBackend } from "#local-cloud/bedrock/backend.ts";
import type { LambdaHandler } from "#local-cloud/lambda/function.ts";

/** The exports of a catalogue module: what the local cloud runs. */
export interface Catalogue extends Pick<AwsOptions, "rules" | "roles" | "tasks"> {
  /** Handlers of Lambda functions by name, each with Lambda's default limit of 3 seconds unless it has its own. */
  readonly functions: AwsOptions["functions"];
  /** The backend for all models of Bedrock; without it there is no Bedrock. */
  readonly model?: ModelBackend;
}

const DEFAULT_TIMEOUT_SECONDS = 3;

const callable = z.custom<(...args: never[]) => unknown>(
  (value) => typeof value === "function",
  "must be a function",
);
const functionSchema = z.union([
  callable,
  z.strictObject({ handler: callable, timeoutSeconds: z.number().positive().max(900) }),
]);

/** Checks only the shapes; the services validate patterns, roles and task definitions. */
const catalogueSchema = z.strictObject({
  functions: z
    .record(z.string().regex(/^[\w-]{1,64}$/, "must have 1 to 64 letters, digits, - or _"), functionSchema)
    .default({}),
  rules: z.array(z.looseObject({ name: z.string(), targets: z.array(z.string()) })).default([]),
  roles: z
    .array(
      z.looseObject({ arn: z.string(), tags: z.array(z.string()), statements: z.array(z.looseObject({})) }),
    )
    .default([]),
  tasks: z
    .strictObject({
      cluster: z.string(),
      definitions: z.record(z.string(), z.looseObject({})),
      run: callable,
    })
    .optional(),
  model: z.looseObject({ converse: callable }).optional(),
});

/** A cluster without task definitions. */
const NO_TASKS: AwsOptions["tasks"] = {
  cluster: "default",
  definitions: {},
  run: async () => ({ exitCode: 1, reason: "there are no tasks" }),
};

/**
 * Loads the catalogue from a module; without a path it is empty. Throws an error that names the file and the
 * export.
 */
export async function loadCatalogue(path: string | undefined): Promise<Catalogue> {
  const exported = path === undefined ? {} : { ...(await importFrom(path)) };
  const parsed = catalogueSchema.safeParse(exported);
  if (!parsed.success) throw new Error(`${path}: ${parsed.error.issues.map(sentence).join("; ")}`);
  const { functions, tasks = NO_TASKS, ...rest } = parsed.data;
  return {
    ...(rest as unknown as Pick<Catalogue, "rules" | "roles" | "model">),
    tasks: tasks as unknown as AwsOptions["tasks"],
    functions: Object.fromEntries(
      Object.entries(functions).map(([name, given]) => {
        const { handler, timeoutSeconds } =
          typeof given === "function" ? { handler: given, timeoutSeconds: DEFAULT_TIMEOUT_SECONDS } : given;
        return [name, { handler: async () => handler as LambdaHandler, timeoutSeconds }];
      }),
    ),
  };
}

async function importFrom(path: string): Promise<object> {
  if (!existsSync(path)) throw new Error(`there is no catalogue at ${path}`);
  try {
    return await import(pathToFileURL(path).href);
  } catch (error) {
    throw new Error(`${path} cannot be loaded: ${error instanceof Error ? error.message : error}`, {
      cause: error,
    });
  }
}

function sentence(issue: z.core.$ZodIssue): string {
  const known = Object.keys(catalogueSchema.shape).join(", ");
  if (issue.code === "unrecognized_keys" && issue.path.length === 0)
    return `unknown export '${issue.keys.join("', '")}': a catalogue exports ${known}`;
  return `${issue.path.join(".")}: ${issue.message}`;
}
