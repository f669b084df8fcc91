import { randomBytes } from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";
import { objectEvent } from "./object-event.ts";
import { checkDestroyable, defaultRetention } from "./object-lock.ts";
import type { Context } from "./operation.ts";
import type { Bucket, Change, ObjectAttributes, ObjectVersion } from "./state.ts";

export interface ObjectDraft extends ObjectAttributes {
  readonly key: string;
  readonly content: string;
  readonly size: number;
  readonly etag: string;
  readonly checksum: ObjectVersion["checksum"];
}

/** Makes a written file the current version of a key. The event is delivered or stored when this returns. */
export async function commitObject(
  context: Context,
  bucket: Bucket,
  draft: ObjectDraft,
  reason: string,
  alongside: Change[] = [],
): Promise<ObjectVersion> {
  requireStanding(context, bucket);
  const version: ObjectVersion = {
    ...draft,
    retention: draft.retention ?? defaultRetention(bucket, context.now),
    versionId: newVersionId(bucket),
    marker: false,
    sequence: context.store.nextSequence(),
    modified: wholeSeconds(context.now),
  };
  const change: Change = { type: "version", bucket: bucket.settings.name, version };
  await commitWithEvent(context, bucket, [change, ...alongside], "Object Created", version, reason);
  return version;
}

export interface Deletion {
  readonly versionId: string;
  readonly marker: boolean;
}

/**
 * Deletes as S3 does: a given version permanently, unless a lock protects it; without a version id, adds a
 * delete marker in a versioned bucket, and deletes the object in others. Deleting a missing object succeeds.
 */
export async function deleteObject(
  context: Context,
  bucket: Bucket,
  target: { key: string; versionId?: string | undefined },
  options: { bypassGovernance: boolean; reason: string },
): Promise<Deletion> {
  const { key } = target;
  const { versioning, name } = bucket.settings;
  if (target.versionId !== undefined || versioning === null) {
    const versionId = target.versionId ?? "null";
    const version = bucket.versions.get(key)?.find((each) => each.versionId === versionId);
    if (!version) return { versionId, marker: false };
    checkDestroyable(version, context.now, options.bypassGovernance);
    const gone: Change = { type: "version-gone", bucket: name, key, versionId };
    const told = { ...version, marker: false, sequence: context.store.nextSequence() };
    await commitWithEvent(context, bucket, [gone], "Object Deleted", told, options.reason);
    return { versionId, marker: version.marker };
  }
  const marker = deleteMarker(context, bucket, key);
  const change: Change = { type: "version", bucket: name, version: marker };
  await commitWithEvent(context, bucket, [change], "Object Deleted", marker, options.reason);
  return { versionId: marker.versionId, marker: true };
}

function deleteMarker(context: Context, bucket: Bucket, key: string): ObjectVersion {
  return {
    key,
    versionId: newVersionId(bucket),
    marker: true,
    sequence: context.store.nextSequence(),
    modified: wholeSeconds(context.now),
    content: null,
    size: 0,
    etag: "",
    checksum: null,
    headers: {},
    retention: null,
    legalHold: false,
  };
}

async function commitWithEvent(
  context: Context,
  bucket: Bucket,
  changes: Change[],
  kind: "Object Created" | "Object Deleted",
  version: ObjectVersion,
  reason: string,
): Promise<void> {
  if (!context.outbox.enabled || !bucket.settings.eventBridge) return context.store.commit(changes);
  const event = objectEvent(kind, bucket.settings, version, reason, {
    now: context.now,
    account: context.account,
    requestId: context.requestId,
    requester: context.account,
  });
  context.store.commit([...changes, { type: "event", event }]);
  await context.outbox.deliver(event);
}

/** The bucket may have been deleted while the body was read. */
function requireStanding(context: Context, bucket: Bucket): void {
  if (context.store.state.buckets.get(bucket.settings.name) !== bucket)
    throw new ServiceError("NoSuchBucket", "The specified bucket does not exist", 404);
}

function newVersionId(bucket: Bucket): string {
  return bucket.settings.versioning === "Enabled" ? randomBytes(24).toString("base64url") : "null";
}

/** HTTP dates have no fractions of seconds, so S3's times have none either. */
function wholeSeconds(time: number): number {
  return Math.floor(time / 1000) * 1000;
}
