import { z } from "zod";
import { badRequest } from "./refusal.ts";

const command = z.string().max(256).nullable().optional();

/**
 * Members of the API description that have no effect locally are not listed, so that using one is an error.
 */
const settings = {
  framework: z.string().nullable().optional(),
  buildCommand: command,
  installCommand: command,
  outputDirectory: command,
  rootDirectory: z.string().max(1000).nullable().optional(),
};
const nodeVersion = z.enum(["24.x", "22.x", "20.x"]).optional();

export const projectName = z
  .string()
  .max(100)
  .regex(/^[a-z0-9._-]+$/, "must be lower-case letters, digits, '.', '_' and '-'")
  .refine((name) => !name.includes("---"), "must not contain '---'");

const sha = z.string().regex(/^[0-9a-f]{40}$/, "must be a SHA-1 in lower-case hexadecimal");
/** `mode` is not in the API description; Vercel's own client sends it. */
const fileMember = { file: z.string().min(1).max(1000), mode: z.number().int().optional() };

export const createDeployment = z.strictObject({
  name: z.string().min(1).max(100),
  project: z.string().optional(),
  target: z.literal("production").optional(),
  files: z.array(
    z.union([
      z.strictObject({ ...fileMember, sha, size: z.number().int().min(0) }),
      z.strictObject({ ...fileMember, data: z.string(), encoding: z.enum(["base64", "utf-8"]).optional() }),
    ]),
  ),
  meta: z
    .record(z.string(), z.string().max(65_536))
    .refine((meta) => Object.keys(meta).length <= 100, "must have at most 100 members")
    .optional(),
  projectSettings: z.strictObject({ ...settings, nodeVersion }).optional(),
});
export type CreateDeployment = z.infer<typeof createDeployment>;

export const createProject = z.strictObject({
  name: projectName,
  ...settings,
  framework: z.string().optional(),
  /** Accepted without effect: there is no deployment protection. */
  ssoProtection: z
    .strictObject({
      deploymentType: z.enum([
        "all",
        "preview",
        "prod_deployment_urls_and_all_previews",
        "all_except_custom_domains",
      ]),
    })
    .nullable()
    .optional(),
});
export const updateProject = z.strictObject({ name: projectName.optional(), ...settings, nodeVersion });
export const assignAlias = z.strictObject({ alias: z.string().min(1) });
export const noBody = z.undefined();

const scope = { teamId: z.string().optional(), slug: z.string().optional() };
const flag = z.enum(["0", "1"]).optional();
const moment = z.coerce.number().int().min(0).optional();

export const scopeQuery = z.strictObject(scope);
export const createDeploymentQuery = z.strictObject({
  ...scope,
  forceNew: flag,
  skipAutoDetectionConfirmation: flag,
  prebuilt: flag,
});
/** `meta-<key>` is how Vercel's CLI filters; it is not in the API description. */
export const listDeploymentsQuery = z
  .object({
    ...scope,
    projectId: z.string().optional(),
    app: z.string().optional(),
    target: z.enum(["production", "preview"]).optional(),
    state: z.string().optional(),
    limit: z.coerce.number().int().min(1).max(100).default(20),
    since: moment,
    until: moment,
  })
  .catchall(z.string())
  .superRefine((query, context) => {
    const known = ["teamId", "slug", "projectId", "app", "target", "state", "limit", "since", "until"];
    const keys = Object.keys(query).filter((key) => !known.includes(key) && !/^meta-./.test(key));
    if (keys.length > 0) context.addIssue({ code: "unrecognized_keys", keys, input: query });
  });
export type ListFilter = z.infer<typeof listDeploymentsQuery>;
export const listProjectsQuery = z.strictObject({
  ...scope,
  search: z.string().optional(),
  from: moment,
  limit: z.coerce.number().int().min(1).max(100).default(20),
});
export const rollbackQuery = z.strictObject({ ...scope, description: z.string().max(1000).optional() });
export const eventsQuery = z.strictObject({
  ...scope,
  direction: z.enum(["backward", "forward"]).default("forward"),
  limit: z.coerce.number().int().min(-1).optional(),
  builds: flag,
});

/** Parses a body or query. Throws with Vercel's error message. */
export function read<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  const issue = deepest(parsed.error.issues);
  const at = issue.path.length > 0 ? `\`${issue.path.join(".")}\` ` : "";
  if (issue.code === "unrecognized_keys")
    throw badRequest(`Invalid request: ${at}should NOT have additional property \`${issue.keys[0]}\`.`);
  throw badRequest(`Invalid request: ${at}${issue.message}.`);
}

type Issue = z.core.$ZodIssue;

/** For a union, reports the issue of the branch that matched best. */
function deepest(issues: readonly Issue[], path: PropertyKey[] = []): Issue {
  const [issue] = issues;
  if (!issue) throw new TypeError("a failed parse without an issue");
  const at = { ...issue, path: [...path, ...issue.path] };
  if (issue.code !== "invalid_union" || issue.errors.length === 0) return at;
  const closest = [...issue.errors].sort((a, b) => a.length - b.length)[0];
  return closest && closest.length > 0 ? deepest(closest, at.path) : at;
}
