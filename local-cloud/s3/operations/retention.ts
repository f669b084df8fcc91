import { ServiceError } from "#local-cloud/http.ts";
import { readDocument } from "#local-cloud/s3/body.ts";
import { bucketOf, requireObject } from "#local-cloud/s3/lookup.ts";
import {
  checkRetentionChange,
  parseLegalHold,
  parseRetention,
  requireLock,
} from "#local-cloud/s3/object-lock.ts";
import type { Call, Operation } from "#local-cloud/s3/operation.ts";
import type { Bucket, ObjectVersion } from "#local-cloud/s3/state.ts";
import { childText, leaf, malformed, onlyChildren, xmlDocument } from "#local-cloud/s3/xml.ts";
import { CHECKSUM_HEADERS } from "./common.ts";

export const getObjectRetention: Operation = {
  name: "GetObjectRetention",
  method: "GET",
  on: "object",
  marks: ["retention"],
  query: ["versionId"],
  run: (call) => {
    const { retention } = lockable(call).version;
    if (!retention) throw nothingSet();
    const until = new Date(retention.until).toISOString();
    return {
      status: 200,
      body: xmlDocument("Retention", leaf("Mode", retention.mode), leaf("RetainUntilDate", until)),
    };
  },
};

export const putObjectRetention: Operation = {
  name: "PutObjectRetention",
  method: "PUT",
  on: "object",
  marks: ["retention"],
  query: ["versionId"],
  headers: ["x-amz-bypass-governance-retention", ...CHECKSUM_HEADERS],
  run: async (call) => {
    lockable(call);
    const root = await readDocument(call.request, call.body());
    if (root.name !== "Retention") throw malformed();
    onlyChildren(root, ["Mode", "RetainUntilDate"]);
    const retention = parseRetention(childText(root, "Mode"), childText(root, "RetainUntilDate"), call.now);
    const { bucket, version } = lockable(call);
    const bypass = call.request.headers.get("x-amz-bypass-governance-retention")?.toLowerCase() === "true";
    checkRetentionChange(version.retention, retention, call.now, bypass);
    call.store.commit([
      { type: "version", bucket: bucket.settings.name, version: { ...version, retention } },
    ]);
    return { status: 200 };
  },
};

export const getObjectLegalHold: Operation = {
  name: "GetObjectLegalHold",
  method: "GET",
  on: "object",
  marks: ["legal-hold"],
  query: ["versionId"],
  run: (call) => {
    const status = lockable(call).version.legalHold ? "ON" : "OFF";
    return { status: 200, body: xmlDocument("LegalHold", leaf("Status", status)) };
  },
};

export const putObjectLegalHold: Operation = {
  name: "PutObjectLegalHold",
  method: "PUT",
  on: "object",
  marks: ["legal-hold"],
  query: ["versionId"],
  headers: [...CHECKSUM_HEADERS],
  run: async (call) => {
    lockable(call);
    const root = await readDocument(call.request, call.body());
    const status = childText(root, "Status");
    if (root.name !== "LegalHold" || status === undefined) throw malformed();
    onlyChildren(root, ["Status"]);
    const legalHold = parseLegalHold(status);
    const { bucket, version } = lockable(call);
    call.store.commit([
      { type: "version", bucket: bucket.settings.name, version: { ...version, legalHold } },
    ]);
    return { status: 200 };
  },
};

/** Looks up the version after the body was read, because it may have changed in the meantime. */
function lockable(call: Call): { bucket: Bucket; version: ObjectVersion } {
  const bucket = bucketOf(call);
  requireLock(bucket);
  const versionId = call.request.query.get("versionId");
  return { bucket, version: requireObject(bucket, call.request.key, versionId) };
}

function nothingSet(): ServiceError {
  const message = "The specified object does not have a ObjectLock configuration";
  return new ServiceError("NoSuchObjectLockConfiguration", message, 404);
}
