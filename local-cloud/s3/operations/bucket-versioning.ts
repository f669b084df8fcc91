import { ServiceError } from "#local-cloud/http.ts";
import { readDocument } from "#local-cloud/s3/body.ts";
import { bucketOf } from "#local-cloud/s3/lookup.ts";
import { parseMode } from "#local-cloud/s3/object-lock.ts";
import type { Operation } from "#local-cloud/s3/operation.ts";
import type { BucketSettings } from "#local-cloud/s3/state.ts";
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

export const getBucketVersioning: Operation = {
  name: "GetBucketVersioning",
  method: "GET",
  on: "bucket",
  marks: ["versioning"],
  run: (call) => ({
    status: 200,
    body: xmlDocument("VersioningConfiguration", leaf("Status", bucketOf(call).settings.versioning)),
  }),
};

export const putBucketVersioning: Operation = {
  name: "PutBucketVersioning",
  method: "PUT",
  on: "bucket",
  marks: ["versioning"],
  headers: [...CHECKSUM_HEADERS],
  run: async (call) => {
    bucketOf(call);
    const root = await readDocument(call.request, call.body());
    onlyChildren(root, ["Status"]);
    const versioning = childText(root, "Status");
    if (root.name !== "VersioningConfiguration" || (versioning !== "Enabled" && versioning !== "Suspended"))
      throw malformed();
    const { settings } = bucketOf(call);
    if (settings.lock && versioning === "Suspended")
      throw invalidState(
        "An Object Lock configuration is present on this bucket, so the versioning state cannot be changed.",
      );
    call.store.commit([{ type: "bucket", settings: { ...settings, versioning } }]);
    return { status: 200 };
  },
};

export const getObjectLockConfiguration: Operation = {
  name: "GetObjectLockConfiguration",
  method: "GET",
  on: "bucket",
  marks: ["object-lock"],
  run: (call) => {
    const { lock, defaultRetention: rule } = bucketOf(call).settings;
    if (!lock) {
      const message = "Object Lock configuration does not exist for this bucket";
      throw new ServiceError("ObjectLockConfigurationNotFoundError", message, 404);
    }
    const retention =
      rule && element("DefaultRetention", leaf("Mode", rule.mode), leaf(rule.unit, rule.count));
    return {
      status: 200,
      body: xmlDocument(
        "ObjectLockConfiguration",
        leaf("ObjectLockEnabled", "Enabled"),
        retention ? element("Rule", retention) : "",
      ),
    };
  },
};

export const putObjectLockConfiguration: Operation = {
  name: "PutObjectLockConfiguration",
  method: "PUT",
  on: "bucket",
  marks: ["object-lock"],
  headers: [...CHECKSUM_HEADERS],
  run: async (call) => {
    bucketOf(call);
    const defaultRetention = parseConfiguration(await readDocument(call.request, call.body()));
    const { settings } = bucketOf(call);
    if (settings.versioning !== "Enabled")
      throw invalidState("Versioning must be 'Enabled' on the bucket to apply a Object Lock configuration");
    call.store.commit([{ type: "bucket", settings: { ...settings, lock: true, defaultRetention } }]);
    return { status: 200 };
  },
};

function parseConfiguration(root: XmlNode): BucketSettings["defaultRetention"] {
  onlyChildren(root, ["ObjectLockEnabled", "Rule"]);
  if (root.name !== "ObjectLockConfiguration" || childText(root, "ObjectLockEnabled") !== "Enabled")
    throw malformed();
  const rule = child(root, "Rule");
  if (!rule) return null;
  onlyChildren(rule, ["DefaultRetention"]);
  const retention = child(rule, "DefaultRetention");
  if (!retention) throw malformed();
  onlyChildren(retention, ["Mode", "Days", "Years"]);
  const days = childText(retention, "Days");
  const years = childText(retention, "Years");
  if ((days === undefined) === (years === undefined)) throw malformed("either Days or Years");
  const count = Number(days ?? years);
  if (!Number.isInteger(count) || count < 1 || count > (days === undefined ? 100 : 36_500))
    throw new ServiceError(
      "InvalidArgument",
      "Default retention period must be a positive integer value.",
      400,
    );
  return {
    mode: parseMode(childText(retention, "Mode")),
    unit: days === undefined ? "Years" : "Days",
    count,
  };
}

function invalidState(message: string): ServiceError {
  return new ServiceError("InvalidBucketState", message, 409);
}
