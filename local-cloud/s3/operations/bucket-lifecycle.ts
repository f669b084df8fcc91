import { randomUUID } from "node:crypto";
import { ServiceError } from "#local-cloud/http.ts";
import { readDocument } from "#local-cloud/s3/body.ts";
import { bucketOf } from "#local-cloud/s3/lookup.ts";
import type { Operation } from "#local-cloud/s3/operation.ts";
import type { LifecycleRule } from "#local-cloud/s3/state.ts";
import {
  child,
  childText,
  element,
  leaf,
  malformed,
  onlyChildren,
  type XmlNode,
  xmlDocument,
} from "#local-cloud/s3/xml.ts";
import { CHECKSUM_HEADERS } from "./common.ts";

/** Rules for expiration by prefix and age are stored and applied; all other rules are refused. */
export const putBucketLifecycle: Operation = {
  name: "PutBucketLifecycleConfiguration",
  method: "PUT",
  on: "bucket",
  marks: ["lifecycle"],
  headers: [...CHECKSUM_HEADERS],
  run: async (call) => {
    bucketOf(call);
    const root = await readDocument(call.request, call.body());
    if (root.name !== "LifecycleConfiguration" || root.children.length === 0) throw malformed();
    onlyChildren(root, ["Rule"]);
    const lifecycle = root.children.map(parseRule);
    call.store.commit([{ type: "bucket", settings: { ...bucketOf(call).settings, lifecycle } }]);
    return { status: 200 };
  },
};

export const getBucketLifecycle: Operation = {
  name: "GetBucketLifecycleConfiguration",
  method: "GET",
  on: "bucket",
  marks: ["lifecycle"],
  run: (call) => {
    const { lifecycle } = bucketOf(call).settings;
    if (!lifecycle)
      throw new ServiceError(
        "NoSuchLifecycleConfiguration",
        "The lifecycle configuration does not exist",
        404,
      );
    return { status: 200, body: xmlDocument("LifecycleConfiguration", ...lifecycle.map(ruleXml)) };
  },
};

export const deleteBucketLifecycle: Operation = {
  name: "DeleteBucketLifecycle",
  method: "DELETE",
  on: "bucket",
  marks: ["lifecycle"],
  run: (call) => {
    call.store.commit([{ type: "bucket", settings: { ...bucketOf(call).settings, lifecycle: null } }]);
    return { status: 204 };
  },
};

function parseRule(node: XmlNode): LifecycleRule {
  onlyChildren(node, [
    "ID",
    "Status",
    "Filter",
    "Prefix",
    "Expiration",
    "NoncurrentVersionExpiration",
    "AbortIncompleteMultipartUpload",
  ]);
  const status = childText(node, "Status");
  if (status !== "Enabled" && status !== "Disabled") throw malformed("Status");
  const filter = child(node, "Filter");
  if (filter) onlyChildren(filter, ["Prefix"]);
  const expiration = child(node, "Expiration");
  if (expiration) onlyChildren(expiration, ["Days", "Date", "ExpiredObjectDeleteMarker"]);
  const noncurrent = child(node, "NoncurrentVersionExpiration");
  if (noncurrent) onlyChildren(noncurrent, ["NoncurrentDays", "NewerNoncurrentVersions"]);
  const abort = child(node, "AbortIncompleteMultipartUpload");
  if (abort) onlyChildren(abort, ["DaysAfterInitiation"]);
  return {
    id: childText(node, "ID") || randomUUID(),
    enabled: status === "Enabled",
    prefix: (filter ? childText(filter, "Prefix") : childText(node, "Prefix")) ?? "",
    days: positive(expiration, "Days"),
    date: dateOf(expiration),
    expiredMarkers: expiration !== undefined && childText(expiration, "ExpiredObjectDeleteMarker") === "true",
    noncurrentDays: positive(noncurrent, "NoncurrentDays"),
    keepNoncurrent: positive(noncurrent, "NewerNoncurrentVersions") ?? 0,
    abortUploadsAfterDays: positive(abort, "DaysAfterInitiation"),
  };
}

function ruleXml(rule: LifecycleRule): string {
  const expiration = [
    leaf("Days", rule.days),
    leaf("Date", rule.date === null ? null : new Date(rule.date).toISOString()),
    leaf("ExpiredObjectDeleteMarker", rule.expiredMarkers || null),
  ].join("");
  const noncurrent =
    leaf("NoncurrentDays", rule.noncurrentDays) +
    leaf("NewerNoncurrentVersions", rule.keepNoncurrent || null);
  const abort = leaf("DaysAfterInitiation", rule.abortUploadsAfterDays);
  return element(
    "Rule",
    leaf("ID", rule.id),
    element("Filter", leaf("Prefix", rule.prefix)),
    leaf("Status", rule.enabled ? "Enabled" : "Disabled"),
    expiration && element("Expiration", expiration),
    noncurrent && element("NoncurrentVersionExpiration", noncurrent),
    abort && element("AbortIncompleteMultipartUpload", abort),
  );
}

function positive(node: XmlNode | undefined, name: string): number | null {
  const text = node && childText(node, name);
  if (text === undefined) return null;
  const value = Number(text);
  if (Number.isInteger(value) && value > 0) return value;
  throw new ServiceError(
    "InvalidArgument",
    `'${name}' for a lifecycle action must be a positive integer`,
    400,
  );
}

function dateOf(node: XmlNode | undefined): number | null {
  const text = node && childText(node, "Date");
  if (text === undefined) return null;
  const time = Date.parse(text);
  if (time % 86_400_000 === 0) return time;
  throw new ServiceError("InvalidArgument", "'Date' must be at midnight GMT", 400);
}
