import { ServiceError } from "#local-cloud/http.ts";
import { readDocument } from "#local-cloud/s3/body.ts";
import { bucketOf } from "#local-cloud/s3/lookup.ts";
import type { Call, Operation } from "#local-cloud/s3/operation.ts";
import type { BucketSettings, Encryption } from "#local-cloud/s3/state.ts";
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

const DEFAULT_ENCRYPTION: Encryption = { algorithm: "AES256", keyId: null, bucketKey: false };
const PUBLIC_ACCESS = ["BlockPublicAcls", "IgnorePublicAcls", "BlockPublicPolicy", "RestrictPublicBuckets"];

export const getBucketEncryption: Operation = {
  name: "GetBucketEncryption",
  method: "GET",
  on: "bucket",
  marks: ["encryption"],
  run: (call) => {
    const { algorithm, keyId, bucketKey } = bucketOf(call).settings.encryption;
    return {
      status: 200,
      body: xmlDocument(
        "ServerSideEncryptionConfiguration",
        element(
          "Rule",
          element(
            "ApplyServerSideEncryptionByDefault",
            leaf("SSEAlgorithm", algorithm),
            leaf("KMSMasterKeyID", keyId),
          ),
          leaf("BucketKeyEnabled", bucketKey),
        ),
      ),
    };
  },
};

export const putBucketEncryption: Operation = {
  name: "PutBucketEncryption",
  method: "PUT",
  on: "bucket",
  marks: ["encryption"],
  headers: [...CHECKSUM_HEADERS],
  run: (call) => change(call, async () => ({ encryption: parseEncryption(await document(call)) })),
};

export const deleteBucketEncryption: Operation = {
  name: "DeleteBucketEncryption",
  method: "DELETE",
  on: "bucket",
  marks: ["encryption"],
  run: (call) => change(call, async () => ({ encryption: DEFAULT_ENCRYPTION }), 204),
};

export const getPublicAccessBlock: Operation = {
  name: "GetPublicAccessBlock",
  method: "GET",
  on: "bucket",
  marks: ["publicAccessBlock"],
  run: (call) => {
    const block = bucketOf(call).settings.publicAccessBlock;
    if (!block) {
      const message = "The public access block configuration was not found";
      throw new ServiceError("NoSuchPublicAccessBlockConfiguration", message, 404);
    }
    const fields = PUBLIC_ACCESS.map((name) => leaf(name, block[name] ?? false));
    return { status: 200, body: xmlDocument("PublicAccessBlockConfiguration", ...fields) };
  },
};

export const putPublicAccessBlock: Operation = {
  name: "PutPublicAccessBlock",
  method: "PUT",
  on: "bucket",
  marks: ["publicAccessBlock"],
  headers: [...CHECKSUM_HEADERS],
  run: (call) =>
    change(call, async () => {
      const root = await document(call);
      onlyChildren(root, PUBLIC_ACCESS);
      const pairs = PUBLIC_ACCESS.map((name) => [name, childText(root, name) === "true"] as const);
      return { publicAccessBlock: Object.fromEntries(pairs) };
    }),
};

export const deletePublicAccessBlock: Operation = {
  name: "DeletePublicAccessBlock",
  method: "DELETE",
  on: "bucket",
  marks: ["publicAccessBlock"],
  run: (call) => change(call, async () => ({ publicAccessBlock: null }), 204),
};

export const getBucketNotification: Operation = {
  name: "GetBucketNotificationConfiguration",
  method: "GET",
  on: "bucket",
  marks: ["notification"],
  run: (call) => {
    const enabled = bucketOf(call).settings.eventBridge;
    return {
      status: 200,
      body: xmlDocument("NotificationConfiguration", enabled ? "<EventBridgeConfiguration/>" : ""),
    };
  },
};

export const putBucketNotification: Operation = {
  name: "PutBucketNotificationConfiguration",
  method: "PUT",
  on: "bucket",
  marks: ["notification"],
  headers: ["x-amz-skip-destination-validation", ...CHECKSUM_HEADERS],
  run: (call) =>
    change(call, async () => {
      const root = await document(call);
      if (root.name !== "NotificationConfiguration") throw malformed();
      onlyChildren(root, ["EventBridgeConfiguration"]);
      return { eventBridge: child(root, "EventBridgeConfiguration") !== undefined };
    }),
};

/**
 * Changes a bucket's settings; the bucket is looked up again after the body was read, because it may have
 * been deleted.
 */
async function change(call: Call, make: () => Promise<Partial<BucketSettings>>, status = 200) {
  bucketOf(call);
  const changed = await make();
  call.store.commit([{ type: "bucket", settings: { ...bucketOf(call).settings, ...changed } }]);
  return { status };
}

function document(call: Call): Promise<XmlNode> {
  return readDocument(call.request, call.body());
}

function parseEncryption(root: XmlNode): Encryption {
  const [rule, ...more] = root.children;
  if (root.name !== "ServerSideEncryptionConfiguration" || rule?.name !== "Rule" || more.length > 0)
    throw malformed();
  onlyChildren(rule, ["ApplyServerSideEncryptionByDefault", "BucketKeyEnabled"]);
  const settings = child(rule, "ApplyServerSideEncryptionByDefault");
  if (!settings) throw malformed();
  onlyChildren(settings, ["SSEAlgorithm", "KMSMasterKeyID"]);
  const algorithm = childText(settings, "SSEAlgorithm");
  const keyId = childText(settings, "KMSMasterKeyID") ?? null;
  if (algorithm !== "AES256" && algorithm !== "aws:kms")
    throw new ServiceError("NotImplemented", `encryption with ${algorithm} is not implemented`, 501);
  if (algorithm === "AES256" && keyId !== null)
    throw new ServiceError("InvalidArgument", "a KMSMasterKeyID needs SSEAlgorithm aws:kms", 400);
  return { algorithm, keyId, bucketKey: childText(rule, "BucketKeyEnabled") === "true" };
}
