import { z } from "zod";
import { ServiceError } from "#local-cloud/http.ts";
import { element, leaf } from "#local-cloud/s3/xml.ts";
import { type Identities, type Principal, refusalOf } from "./identities.ts";
import type { Role } from "./role.ts";

const MIN_SECONDS = 900;
/** On AWS a function's credentials are those of a role, and role chaining limits sessions to an hour. */
const MAX_SECONDS = 3600;
const TAG_TEXT = /^[\p{L}\p{Z}\p{N}_.:/=+\-@]*$/u;

const digits = z.string().regex(/^\d+$/, "must be a whole number").transform(Number);

/** Limits of the API description of 2011-06-15. Unknown members are refused. */
const input = z.strictObject({
  RoleArn: z.string().min(20).max(2048),
  RoleSessionName: z
    .string()
    .min(2)
    .max(64)
    .regex(/^[\w+=,.@-]*$/, "must satisfy regular expression pattern: [\\w+=,.@-]*"),
  DurationSeconds: digits.pipe(z.number().min(MIN_SECONDS).max(43_200)).default(3600),
  // An empty list is sent as an empty string.
  Tags: z.preprocess((given) => (given === "" ? [] : given), tagList()).default([]),
});

function tagList() {
  return z
    .array(
      z.strictObject({
        Key: z.string().min(1).max(128).regex(TAG_TEXT),
        Value: z.string().max(256).regex(TAG_TEXT),
      }),
    )
    .max(50);
}

export interface AssumeRoleContext {
  readonly identities: Identities;
  readonly roles: readonly Role[];
  readonly account: string;
  readonly now: () => number;
}

/** Issues credentials of a role to the cloud's owner. The tags become part of the session. */
export function assumeRole(
  { identities, roles, account, now }: AssumeRoleContext,
  caller: Principal,
  members: Record<string, unknown>,
): string {
  const asked = checked(members);
  const tags = readTags(asked.Tags);
  const role = roles.find(({ arn }) => arn === asked.RoleArn);
  if (!role || caller.session) throw denied(caller, "sts:AssumeRole", asked.RoleArn);
  if (tags.size !== role.tags.length || !role.tags.every((key) => tags.get(key)))
    throw denied(caller, "sts:TagSession", role.arn);
  if (asked.DurationSeconds > MAX_SECONDS)
    throw invalid(
      "The requested DurationSeconds exceeds the 1 hour session limit for roles assumed by role chaining",
    );
  const name = `${role.arn.split("/").at(-1)}/${asked.RoleSessionName}`;
  const arn = `arn:aws:sts::${account}:assumed-role/${name}`;
  const expires = now() + asked.DurationSeconds * 1000;
  const session = identities.issue({ role: role.arn, arn, tags: Object.fromEntries(tags), expires });
  return [
    element(
      "Credentials",
      leaf("AccessKeyId", session.accessKeyId),
      leaf("SecretAccessKey", session.secretAccessKey),
      leaf("SessionToken", session.token),
      leaf("Expiration", new Date(expires).toISOString()),
    ),
    element(
      "AssumedRoleUser",
      leaf("AssumedRoleId", `AROAGANTRYLOCALROLE00:${asked.RoleSessionName}`),
      leaf("Arn", arn),
    ),
  ].join("");
}

function checked(members: Record<string, unknown>): z.infer<typeof input> {
  const result = input.safeParse(members);
  if (result.success) return result.data;
  const faults = result.error.issues.map(({ path, message }) => `${path.join(".") || "request"}: ${message}`);
  throw invalid(`${faults.length} validation error detected: ${faults.join("; ")}`);
}

/** STS ignores the case of tag keys, so keys that differ only in case are duplicates. */
function readTags(tags: z.infer<typeof input>["Tags"]): ReadonlyMap<string, string> {
  if (new Set(tags.map(({ Key }) => Key.toLowerCase())).size < tags.length)
    throw invalid("Duplicate tag keys found. Please note that Tag keys are case insensitive.");
  return new Map(tags.map(({ Key, Value }) => [Key, Value]));
}

function denied(caller: Principal, action: string, resource: string): ServiceError {
  return new ServiceError("AccessDenied", refusalOf(caller, { action, resource }), 403);
}

function invalid(message: string): ServiceError {
  return new ServiceError("ValidationError", message);
}
