import { z } from "zod";
import type { JsonObject } from "./json.ts";

/** The parsed Resource of a Task: service, action, and integration pattern. */
export interface Resource {
  service: "lambda" | "ecs";
  action: string;
  pattern: "request" | "sync" | "token";
  /** A plain Lambda ARN: Arguments are the payload, and the result is the function's. */
  direct?: string;
}

const LAMBDA_ARN = /^arn:aws:lambda:[a-z0-9-]+:\d{12}:function:([\w-]+(?::[\w$-]+)?)$/;
const SERVICE = /^arn:aws:states:::(lambda|ecs):([A-Za-z]+)(\.sync|\.waitForTaskToken)?$/;
const PATTERNS = { ".sync": "sync", ".waitForTaskToken": "token" } as const;

/** Returns the resource, or undefined if it is not supported. */
export function parseResource(text: string): Resource | undefined {
  const direct = LAMBDA_ARN.exec(text)?.[1];
  if (direct) return { service: "lambda", action: "invoke", pattern: "request", direct };
  const [, service, action, suffix] = SERVICE.exec(text) ?? [];
  if (!service || !action) return undefined;
  const pattern = suffix ? PATTERNS[suffix as keyof typeof PATTERNS] : "request";
  if (service === "lambda" && (action !== "invoke" || pattern === "sync")) return undefined;
  if (service === "ecs" && action !== "runTask") return undefined;
  return { service: service as Resource["service"], action, pattern };
}

/** Returns the function's name (`name` or `name:qualifier`) of a name or an ARN. */
export const functionName = (reference: string): string => LAMBDA_ARN.exec(reference)?.[1] ?? reference;

const lambdaArguments = z.strictObject({ FunctionName: z.string().min(1), Payload: z.json().optional() });
const ecsArguments = z.strictObject({
  Cluster: z.string().optional(),
  TaskDefinition: z.string(),
  LaunchType: z.string().optional(),
  PlatformVersion: z.string().optional(),
  NetworkConfiguration: z.json().optional(),
  Overrides: z.json().optional(),
  CapacityProviderStrategy: z.json().optional(),
  Count: z.literal(1).optional(),
  EnableECSManagedTags: z.json().optional(),
  EnableExecuteCommand: z.json().optional(),
  Group: z.string().optional(),
  PropagateTags: z.string().optional(),
  ReferenceId: z.string().optional(),
  StartedBy: z.string().optional(),
  Tags: z.json().optional(),
  ClientToken: z.string().optional(),
});

/** Returns the fault of the arguments (or of a template for them) as `path: reason`, or undefined. */
export function argumentsRefusal(resource: Resource, args: unknown): string | undefined {
  if (resource.direct) return undefined;
  const schema = resource.service === "ecs" ? ecsArguments : lambdaArguments;
  const issue = schema.safeParse(args).error?.issues[0];
  return issue && `${["Arguments", ...issue.path].join("/")}: ${issue.message}`;
}

/** ASL uses PascalCase for members of AWS APIs, the ECS protocol camelCase. */
export const toCamel = (args: JsonObject) => renameKeys(args, (key) => key[0]?.toLowerCase() + key.slice(1));
export const toPascal = (task: JsonObject) => renameKeys(task, (key) => key[0]?.toUpperCase() + key.slice(1));

function renameKeys(value: JsonObject, rename: (key: string) => string): JsonObject {
  const walk = (item: JsonObject[string]): JsonObject[string] => {
    if (Array.isArray(item)) return item.map(walk);
    return typeof item === "object" && item !== null ? renameKeys(item, rename) : item;
  };
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [rename(key), walk(item)]));
}
