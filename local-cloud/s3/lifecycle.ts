import { deleteObject } from "./commit.ts";
import type { Context } from "./operation.ts";
import type { Bucket, LifecycleRule, ObjectVersion } from "./state.ts";

const DAY = 24 * 3600 * 1000;
const REASON = "Lifecycle Expiration";

/** Applies the lifecycle rules of every bucket. Locked versions are not deleted. */
export async function sweepLifecycle(context: Context): Promise<void> {
  for (const bucket of [...context.store.state.buckets.values()])
    for (const rule of bucket.settings.lifecycle ?? [])
      if (rule.enabled) await applyRule(context, bucket, rule);
}

async function applyRule(context: Context, bucket: Bucket, rule: LifecycleRule): Promise<void> {
  for (const [key, versions] of [...bucket.versions]) {
    if (!key.startsWith(rule.prefix)) continue;
    for (const version of noncurrentDue(versions, rule, context.now)) await destroy(context, bucket, version);
    const [newest] = bucket.versions.get(key) ?? [];
    if (newest && !newest.marker && isDue(newest, rule, context.now)) await expire(context, bucket, newest);
    const left = bucket.versions.get(key) ?? [];
    if (rule.expiredMarkers && left.length === 1 && left[0]?.marker) await destroy(context, bucket, left[0]);
  }
  abortUploads(context, bucket, rule);
}

/** S3 rounds up to the next midnight UTC. */
function dueAt(since: number, days: number): number {
  return Math.ceil((since + days * DAY) / DAY) * DAY;
}

function isDue(version: ObjectVersion, rule: LifecycleRule, now: number): boolean {
  if (rule.date !== null) return now >= rule.date;
  return rule.days !== null && now >= dueAt(version.modified, rule.days);
}

/** A version is noncurrent from the time at which its successor was written. */
function noncurrentDue(
  versions: readonly ObjectVersion[],
  rule: LifecycleRule,
  now: number,
): ObjectVersion[] {
  const days = rule.noncurrentDays;
  if (days === null) return [];
  return versions.filter((_, index) => {
    const successor = versions[index - 1];
    return successor !== undefined && index > rule.keepNoncurrent && now >= dueAt(successor.modified, days);
  });
}

async function expire(context: Context, bucket: Bucket, version: ObjectVersion): Promise<void> {
  if (bucket.settings.versioning === null) await destroy(context, bucket, version);
  else await deleteObject(context, bucket, { key: version.key }, { bypassGovernance: false, reason: REASON });
}

async function destroy(context: Context, bucket: Bucket, version: ObjectVersion): Promise<void> {
  if (version.legalHold || (version.retention && version.retention.until > context.now)) return;
  const { key, versionId } = version;
  await deleteObject(context, bucket, { key, versionId }, { bypassGovernance: false, reason: REASON });
}

function abortUploads(context: Context, bucket: Bucket, rule: LifecycleRule): void {
  const days = rule.abortUploadsAfterDays;
  if (days === null) return;
  for (const { upload } of [...context.store.state.uploads.values()]) {
    const mine = upload.bucket === bucket.settings.name && upload.key.startsWith(rule.prefix);
    if (mine && context.now >= dueAt(upload.created, days))
      context.store.commit([{ type: "upload-gone", id: upload.id }]);
  }
}
