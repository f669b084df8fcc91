import { ServiceError } from "#local-cloud/http.ts";
import { currentObject, noSuchKey } from "./lookup.ts";
import type { Call } from "./operation.ts";
import type { Bucket, ObjectVersion } from "./state.ts";

/** The conditions of a write: checked before the body is read, and again when it is committed. */
export interface WriteGuard {
  check(): void;
  release(): void;
}

/**
 * If-None-Match: * and If-Match on a write (docs: "Conditional writes"). Of several writers the first to
 * finish succeeds and the others receive 412; a writer whose key is deleted in the meantime receives 409.
 */
export function guardWrite(call: Call, bucket: Bucket, key: string): WriteGuard {
  const ifMatch = call.request.headers.get("if-match");
  const ifNoneMatch = call.request.headers.get("if-none-match");
  if (ifMatch === undefined && ifNoneMatch === undefined) return { check: () => {}, release: () => {} };
  if (ifNoneMatch !== undefined && ifNoneMatch !== "*")
    throw new ServiceError("NotImplemented", "If-None-Match on a write only accepts *", 501);

  const watch = { bucket: bucket.settings.name, key, deleted: false };
  const check = () => {
    if (watch.deleted)
      throw new ServiceError(
        "ConditionalRequestConflict",
        "The conditional request cannot succeed due to a conflicting operation against this resource.",
        409,
      );
    const current = currentObject(bucket, key);
    if (ifNoneMatch !== undefined && current) throw preconditionFailed("If-None-Match");
    if (ifMatch === undefined) return;
    if (!current) throw noSuchKey(key);
    if (!matches(ifMatch, current)) throw preconditionFailed("If-Match");
  };
  check();
  call.store.watches.add(watch);
  return { check, release: () => void call.store.watches.delete(watch) };
}

/**
 * The conditions of a read, in the order of RFC 9110 section 13.2.2.
 * Returns true if the client's copy is current (304); throws 412 if a condition fails.
 */
export function notModified(
  headers: ReadonlyMap<string, string>,
  version: ObjectVersion,
  prefix = "",
): boolean {
  const value = (name: string) => headers.get(`${prefix}${name}`);
  const ifMatch = value("if-match");
  const ifNoneMatch = value("if-none-match");
  const since = date(value("if-modified-since"));
  const unmodified = date(value("if-unmodified-since"));
  if (ifMatch !== undefined) {
    if (!matches(ifMatch, version)) throw preconditionFailed("If-Match");
  } else if (unmodified !== null && version.modified > unmodified)
    throw preconditionFailed("If-Unmodified-Since");
  if (ifNoneMatch !== undefined) return matches(ifNoneMatch, version);
  return since !== null && version.modified <= since;
}

export function preconditionFailed(condition: string): ServiceError {
  const message = "At least one of the pre-conditions you specified did not hold";
  return new ServiceError("PreconditionFailed", message, 412, { Condition: condition });
}

function matches(condition: string, version: ObjectVersion): boolean {
  return condition.split(",").some((each) => {
    const etag = each.trim().replace(/^W\//, "");
    return etag === "*" || etag.replace(/^"(.*)"$/, "$1") === version.etag;
  });
}

function date(text: string | undefined): number | null {
  const time = Date.parse(text ?? "");
  return Number.isNaN(time) ? null : time;
}
