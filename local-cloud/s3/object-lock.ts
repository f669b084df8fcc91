import { ServiceError } from "#local-cloud/http.ts";
import type { Bucket, ObjectVersion, Retention } from "./state.ts";

/** The rules of Object Lock (docs: "Locking objects with Object Lock"). Pure; times in milliseconds. */

/** Throws if retention or a legal hold protects a version from deletion. */
export function checkDestroyable(version: ObjectVersion, now: number, bypassGovernance: boolean): void {
  const { retention, legalHold } = version;
  if (legalHold) throw locked();
  if (!retention || retention.until <= now) return;
  if (retention.mode === "COMPLIANCE" || !bypassGovernance) throw locked();
}

/** Throws for a change that weakens an active retention; strengthening it is always allowed. */
export function checkRetentionChange(
  before: Retention | null,
  after: Retention | null,
  now: number,
  bypassGovernance: boolean,
): void {
  if (!before || before.until <= now) return;
  const weaker = after === null || after.mode !== before.mode || after.until < before.until;
  if (weaker && (before.mode === "COMPLIANCE" || !bypassGovernance)) throw locked();
}

/** Returns the default retention of a bucket. */
export function defaultRetention(bucket: Bucket, now: number): Retention | null {
  const rule = bucket.settings.defaultRetention;
  if (!rule) return null;
  const until = new Date(now);
  if (rule.unit === "Days") until.setUTCDate(until.getUTCDate() + rule.count);
  else until.setUTCFullYear(until.getUTCFullYear() + rule.count);
  return { mode: rule.mode, until: until.getTime() };
}

export function parseRetention(
  mode: string | undefined,
  until: string | undefined,
  now: number,
): Retention | null {
  if (mode === undefined && until === undefined) return null;
  if (mode === undefined || until === undefined)
    throw invalid("x-amz-object-lock-retain-until-date and x-amz-object-lock-mode must both be supplied");
  const time = Date.parse(until);
  if (Number.isNaN(time)) throw invalid(`The retain until date ${until} is not a date`);
  if (time <= now) throw invalid("The retain until date must be in the future!");
  return { mode: parseMode(mode), until: time };
}

export function parseMode(mode: string | undefined): Retention["mode"] {
  if (mode === "GOVERNANCE" || mode === "COMPLIANCE") return mode;
  throw invalid("Unknown wormMode directive.");
}

export function parseLegalHold(status: string | undefined): boolean {
  if (status === undefined || status === "OFF") return false;
  if (status === "ON") return true;
  throw invalid(`Legal hold must be ON or OFF, not ${status}`);
}

export function requireLock(bucket: Bucket): void {
  if (!bucket.settings.lock)
    throw new ServiceError("InvalidRequest", "Bucket is missing Object Lock Configuration", 400);
}

function locked(): ServiceError {
  return new ServiceError("AccessDenied", "Access Denied because object protected by object lock.", 403);
}

function invalid(message: string): ServiceError {
  return new ServiceError("InvalidArgument", message, 400);
}
