import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parse, stringify } from "yaml";
import { policySchema } from "#core/factory/policy/policy.ts";
import { secondsWithin } from "#test/support/limits.ts";

/** The time limits of missions that a slow machine reaches, with the most that a policy may say; in seconds. */
const LIMITS = {
  active_seconds: 7200,
  deploy_seconds: 900,
  heartbeat_seconds: 600,
  install_seconds: 600,
  verify_seconds: 300,
} as const;

/** Writes the policy that ships with the time limits of this machine. Returns the path. */
export function patientPolicy(folder: string): string {
  const shipped = policySchema.parse(parse(readFileSync("policy.yaml", "utf8")));
  const longer = Object.entries(LIMITS).map(([name, most]) => [
    name,
    Math.min(most, secondsWithin(shipped.missions[name as keyof typeof LIMITS])),
  ]);
  const path = join(folder, "policy.yaml");
  const policy = { ...shipped, missions: { ...shipped.missions, ...Object.fromEntries(longer) } };
  writeFileSync(path, stringify(policySchema.parse(policy)));
  return path;
}

/** Whether a mission ended because this machine could not judge its app, which says nothing about Gantry. */
export function wasTooBusy({ error }: { error: { code: string; message: string } | null }): boolean {
  return error?.code === "EnvironmentFailure" && error.message.includes("too busy");
}
