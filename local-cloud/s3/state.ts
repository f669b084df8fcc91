import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import { createSortedKeys, type SortedKeys } from "./sorted-keys.ts";

export interface Checksum {
  readonly algorithm: "CRC32" | "CRC32C" | "CRC64NVME" | "SHA1" | "SHA256";
  /** Base64; a COMPOSITE value ends with `-<number of parts>`. */
  readonly value: string;
  readonly type: "FULL_OBJECT" | "COMPOSITE";
}

export interface Retention {
  readonly mode: "GOVERNANCE" | "COMPLIANCE";
  /** Milliseconds since the epoch. */
  readonly until: number;
}

/** The attributes of an object besides its bytes. */
export interface ObjectAttributes {
  /** Response headers: content headers, x-amz-meta-*, x-amz-server-side-encryption*. */
  readonly headers: Record<string, string>;
  readonly retention: Retention | null;
  readonly legalHold: boolean;
}

export interface ObjectVersion extends ObjectAttributes {
  readonly key: string;
  /** "null" for an object written while versioning was not enabled. */
  readonly versionId: string;
  readonly marker: boolean;
  /** Increases with every write; the highest of a key is its current version. */
  readonly sequence: number;
  readonly modified: number;
  /** Id of the file with the bytes; null for a delete marker. */
  readonly content: string | null;
  readonly size: number;
  readonly etag: string;
  readonly checksum: Checksum | null;
}

export interface LifecycleRule {
  readonly id: string;
  readonly enabled: boolean;
  readonly prefix: string;
  readonly days: number | null;
  readonly date: number | null;
  readonly expiredMarkers: boolean;
  readonly noncurrentDays: number | null;
  readonly keepNoncurrent: number;
  readonly abortUploadsAfterDays: number | null;
}

export interface Encryption {
  readonly algorithm: string;
  readonly keyId: string | null;
  readonly bucketKey: boolean;
}

export interface BucketSettings {
  readonly name: string;
  readonly region: string;
  readonly created: number;
  readonly versioning: "Enabled" | "Suspended" | null;
  readonly lock: boolean;
  readonly defaultRetention: {
    mode: Retention["mode"];
    unit: "Days" | "Years";
    count: number;
  } | null;
  readonly encryption: Encryption;
  readonly publicAccessBlock: Record<string, boolean> | null;
  readonly lifecycle: LifecycleRule[] | null;
  readonly eventBridge: boolean;
}

export interface Part {
  readonly number: number;
  readonly content: string;
  readonly size: number;
  readonly etag: string;
  readonly checksum: string;
  readonly modified: number;
}

export interface Upload extends ObjectAttributes {
  readonly id: string;
  readonly bucket: string;
  readonly key: string;
  readonly created: number;
  readonly algorithm: Checksum["algorithm"];
  readonly checksumType: Checksum["type"];
  /** Whether the client chose the algorithm; otherwise its values are not returned. */
  readonly explicit: boolean;
}

/** One line of the journal is a list of changes that are applied atomically. */
export type Change =
  | { type: "bucket"; settings: BucketSettings }
  | { type: "bucket-gone"; name: string }
  | { type: "version"; bucket: string; version: ObjectVersion }
  | { type: "version-gone"; bucket: string; key: string; versionId: string }
  | { type: "upload"; upload: Upload }
  | { type: "upload-gone"; id: string }
  | { type: "part"; upload: string; part: Part }
  | { type: "event"; event: EventBridgeEvent }
  | { type: "event-sent"; id: string }
  | { type: "sequence"; value: number };

export interface Bucket {
  settings: BucketSettings;
  readonly keys: SortedKeys;
  /** Versions of each key, newest first. */
  readonly versions: Map<string, ObjectVersion[]>;
}

export interface State {
  sequence: number;
  readonly buckets: Map<string, Bucket>;
  readonly uploads: Map<string, { upload: Upload; parts: Map<number, Part> }>;
  /** Events that were not accepted yet. */
  readonly events: Map<string, EventBridgeEvent>;
}

export function emptyState(): State {
  return { sequence: 0, buckets: new Map(), uploads: new Map(), events: new Map() };
}

/** Applies one change and returns the content ids that are no longer in use. */
export function applyChange(state: State, change: Change): string[] {
  switch (change.type) {
    case "bucket":
      return setBucket(state, change.settings);
    case "bucket-gone":
      state.buckets.delete(change.name);
      return [];
    case "version":
      state.sequence = Math.max(state.sequence, change.version.sequence);
      return setVersion(state.buckets.get(change.bucket), change.version);
    case "version-gone":
      return dropVersion(state.buckets.get(change.bucket), change.key, change.versionId);
    case "upload":
      state.uploads.set(change.upload.id, { upload: change.upload, parts: new Map() });
      return [];
    case "upload-gone": {
      const parts = state.uploads.get(change.id)?.parts.values() ?? [];
      state.uploads.delete(change.id);
      return [...parts].map((part) => part.content);
    }
    case "part": {
      const parts = state.uploads.get(change.upload)?.parts;
      const replaced = parts?.get(change.part.number);
      parts?.set(change.part.number, change.part);
      return replaced ? [replaced.content] : [];
    }
    case "event":
      state.events.set(change.event.id, change.event);
      return [];
    case "event-sent":
      state.events.delete(change.id);
      return [];
    case "sequence":
      state.sequence = Math.max(state.sequence, change.value);
      return [];
  }
}

/** Returns the shortest list of changes that results in this state. */
export function* changesOf(state: State): Generator<Change> {
  yield { type: "sequence", value: state.sequence };
  for (const { settings, versions } of state.buckets.values()) {
    yield { type: "bucket", settings };
    for (const list of versions.values())
      for (const version of list) yield { type: "version", bucket: settings.name, version };
  }
  for (const { upload, parts } of state.uploads.values()) {
    yield { type: "upload", upload };
    for (const part of parts.values()) yield { type: "part", upload: upload.id, part };
  }
  for (const event of state.events.values()) yield { type: "event", event };
}

/** Returns the ids of all content in use. */
export function contentOf(state: State): Set<string> {
  const ids = new Set<string>();
  for (const { versions } of state.buckets.values())
    for (const list of versions.values()) for (const { content } of list) if (content) ids.add(content);
  for (const { parts } of state.uploads.values()) for (const { content } of parts.values()) ids.add(content);
  return ids;
}

function setBucket(state: State, settings: BucketSettings): string[] {
  const bucket = state.buckets.get(settings.name);
  if (bucket) bucket.settings = settings;
  else state.buckets.set(settings.name, { settings, keys: createSortedKeys(), versions: new Map() });
  return [];
}

/** A version replaces the one with the same id; versions are ordered by sequence. */
function setVersion(bucket: Bucket | undefined, version: ObjectVersion): string[] {
  if (!bucket) return [];
  const before = bucket.versions.get(version.key) ?? [];
  const replaced = before.find(({ versionId }) => versionId === version.versionId);
  const after = before.filter((each) => each !== replaced);
  const place = after.findIndex(({ sequence }) => sequence < version.sequence);
  after.splice(place < 0 ? after.length : place, 0, version);
  bucket.versions.set(version.key, after);
  bucket.keys.add(version.key);
  return replaced?.content && replaced.content !== version.content ? [replaced.content] : [];
}

function dropVersion(bucket: Bucket | undefined, key: string, versionId: string): string[] {
  const before = bucket?.versions.get(key) ?? [];
  const after = before.filter((each) => each.versionId !== versionId);
  if (after.length > 0) bucket?.versions.set(key, after);
  else {
    bucket?.versions.delete(key);
    bucket?.keys.remove(key);
  }
  return before.flatMap((each) => (each.versionId === versionId && each.content ? [each.content] : []));
}
