import { z } from "zod";
import { GantryError } from "#core/errors.ts";

const url = z.url();
const name = z.string().min(1);
const list = z
  .string()
  .default("")
  .transform((text) => text.split(",").filter((part) => part !== ""));

/** Every environment variable that any function reads, with what it means. */
const envSchema = z.object({
  AWS_REGION: name,
  TABLE_NAME: name,
  ARTIFACT_BUCKET: name,
  EVIDENCE_BUCKET: name,
  EVIDENCE_LOCK_MODE: z.enum(["GOVERNANCE", "COMPLIANCE"]).default("GOVERNANCE"),
  EVIDENCE_RETENTION_DAYS: z.coerce.number().int().min(1).default(1),
  SIGNING_KEY_ID: name,
  MISSION_MACHINE_ARN: name,
  CLUSTER: name,
  TASK_DEFINITION_SMALL: name,
  TASK_DEFINITION_LARGE: name,
  BUILDER_CONTAINER: name.default("builder"),
  BUILDER_SUBNETS: list,
  BUILDER_SECURITY_GROUPS: list,
  PARAMETER_PREFIX: name,
  /** Where people reach this installation. Decides whether cookies are `Secure` and which origin may post. */
  PUBLIC_URL: url,
  WEBSOCKET_MANAGEMENT_URL: url,
  GITHUB_API_URL: url.default("https://api.github.com"),
  GITHUB_OWNER: name,
  /** Pause between writes; GitHub asks for a second. */
  GITHUB_PAUSE_MS: z.coerce.number().int().min(0).default(1000),
  VERCEL_API_URL: url.default("https://api.vercel.com"),
  VERCEL_TEAM_ID: z.string().optional(),
  /** Scheme of the addresses deployments answer at. */
  VERCEL_SCHEME: z.enum(["http", "https"]).default("https"),
  POLICY_FILE: name,
  /** Where packages come from; npm's own registry unless configured. */
  NPM_REGISTRY: url.optional(),
  /** Where packages will run: `<os>/<cpu>/<libc>/<Node's module ABI>`. */
  BUILDER_PLATFORM: z
    .string()
    .regex(/^[a-z0-9]+\/[a-z0-9]+\/[a-z0-9]*\/\d+$/)
    .default("linux/arm64/glibc/137")
    .transform((text) => {
      const [os = "", cpu = "", libc, abi = ""] = text.split("/");
      return { os, cpu, abi, ...(libc ? { libc } : {}) };
    }),
  /** Where the acceptance step unpacks its browser; the temporary folder unless configured. */
  BROWSER_FOLDER: name.optional(),
  WORK_DIR: name.default("/tmp"),
  MODEL_CONSULTANT: name,
  MODEL_ARCHITECT: name,
  MODEL_HEALER_SMALL: name,
  MODEL_HEALER_LARGE: name,
  MODEL_CRITIC: name,
  MODEL_CHAT: name,
});

export type Env = z.infer<typeof envSchema>;

/** The environment, parsed once. A missing or malformed variable stops the function at its cold start, by name. */
export function readEnv(source: Record<string, string | undefined> = process.env): Env {
  const parsed = envSchema.safeParse(source);
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
  throw new GantryError("Internal", `The function is not configured: ${faults.join("; ")}`);
}
