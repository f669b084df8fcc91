import { ServiceError } from "#local-cloud/http.ts";
import { readDocument } from "#local-cloud/s3/body.ts";
import { bucketOf } from "#local-cloud/s3/lookup.ts";
import type { Call, Operation } from "#local-cloud/s3/operation.ts";
import type { BucketSettings, Change } from "#local-cloud/s3/state.ts";
import { childText, element, leaf, malformed, onlyChildren, xmlDocument } from "#local-cloud/s3/xml.ts";
import { CHECKSUM_HEADERS } from "./common.ts";
import { ownerXml } from "./list-objects.ts";

const NAME = /^(?!\d+\.\d+\.\d+\.\d+$)(?!xn--)[a-z0-9](?:[a-z0-9-]|\.(?!\.)){1,61}[a-z0-9]$/;

export const listBuckets: Operation = {
  name: "ListBuckets",
  method: "GET",
  on: "service",
  run: (call) => {
    const all = [...call.store.state.buckets.values()].map(({ settings }) => settings);
    all.sort((a, b) => (a.name < b.name ? -1 : 1));
    const rows = all.map(({ name, created, region }) =>
      element(
        "Bucket",
        leaf("Name", name),
        leaf("CreationDate", new Date(created).toISOString()),
        leaf("BucketRegion", region),
      ),
    );
    return {
      status: 200,
      body: xmlDocument("ListAllMyBucketsResult", ownerXml(call.account), element("Buckets", ...rows)),
    };
  },
};

export const createBucket: Operation = {
  name: "CreateBucket",
  method: "PUT",
  on: "bucket",
  headers: ["x-amz-bucket-object-lock-enabled", "x-amz-acl", "x-amz-object-ownership", ...CHECKSUM_HEADERS],
  run: async (call) => {
    const name = call.request.bucket;
    if (!NAME.test(name))
      throw new ServiceError("InvalidBucketName", "The specified bucket is not valid.", 400, {
        BucketName: name,
      });
    refuseAccessLists(call);
    const region = await requestedRegion(call);
    const lock = call.request.headers.get("x-amz-bucket-object-lock-enabled")?.toLowerCase() === "true";
    const existing = call.store.state.buckets.get(name)?.settings;
    if (existing) answerExisting(existing, region, lock);
    else call.store.commit([{ type: "bucket", settings: newBucket(call, region, lock) }]);
    return { status: 200, headers: { location: `/${name}` } };
  },
};

export const headBucket: Operation = {
  name: "HeadBucket",
  method: "HEAD",
  on: "bucket",
  run: (call) => ({ status: 200, headers: { "x-amz-bucket-region": bucketOf(call).settings.region } }),
};

export const deleteBucket: Operation = {
  name: "DeleteBucket",
  method: "DELETE",
  on: "bucket",
  run: (call) => {
    const { settings, versions } = bucketOf(call);
    if (versions.size > 0)
      throw new ServiceError("BucketNotEmpty", "The bucket you tried to delete is not empty", 409, {
        BucketName: settings.name,
      });
    const uploads = [...call.store.state.uploads.values()].filter(
      ({ upload }) => upload.bucket === settings.name,
    );
    const gone: Change[] = uploads.map(({ upload }) => ({ type: "upload-gone", id: upload.id }));
    call.store.commit([...gone, { type: "bucket-gone", name: settings.name }]);
    return { status: 204 };
  },
};

export const getBucketLocation: Operation = {
  name: "GetBucketLocation",
  method: "GET",
  on: "bucket",
  marks: ["location"],
  run: (call) => {
    const { region } = bucketOf(call).settings;
    // us-east-1 is represented by an empty element.
    const text = region === "us-east-1" ? "" : region;
    return {
      status: 200,
      body: `<?xml version="1.0" encoding="UTF-8"?>\n<LocationConstraint xmlns="http://s3.amazonaws.com/doc/2006-03-01/">${text}</LocationConstraint>`,
    };
  },
};

function newBucket(call: Call, region: string, lock: boolean): BucketSettings {
  return {
    name: call.request.bucket,
    region,
    created: call.now,
    versioning: lock ? "Enabled" : null,
    lock,
    defaultRetention: null,
    encryption: { algorithm: "AES256", keyId: null, bucketKey: false },
    publicAccessBlock: {
      BlockPublicAcls: true,
      IgnorePublicAcls: true,
      BlockPublicPolicy: true,
      RestrictPublicBuckets: true,
    },
    lifecycle: null,
    eventBridge: false,
  };
}

/**
 * Creating an existing bucket of the same owner succeeds in us-east-1 only (docs: BucketAlreadyOwnedByYou).
 */
function answerExisting(existing: BucketSettings, region: string, lock: boolean): void {
  if (region === "us-east-1" && existing.region === region && (!lock || existing.lock)) return;
  throw new ServiceError(
    "BucketAlreadyOwnedByYou",
    "Your previous request to create the named bucket succeeded and you already own it.",
    409,
    { BucketName: existing.name },
  );
}

async function requestedRegion(call: Call): Promise<string> {
  const length =
    call.request.headers.get("x-amz-decoded-content-length") ?? call.request.headers.get("content-length");
  if (length === undefined || length === "0") return "us-east-1";
  const root = await readDocument(call.request, call.body());
  if (root.name !== "CreateBucketConfiguration") throw malformed();
  onlyChildren(root, ["LocationConstraint"]);
  return childText(root, "LocationConstraint") || "us-east-1";
}

function refuseAccessLists(call: Call): void {
  const acl = call.request.headers.get("x-amz-acl") ?? "private";
  const ownership = call.request.headers.get("x-amz-object-ownership") ?? "BucketOwnerEnforced";
  if (acl !== "private" || ownership !== "BucketOwnerEnforced")
    throw new ServiceError(
      "InvalidBucketAclWithObjectOwnership",
      "Bucket cannot have ACLs set with ObjectOwnership's BucketOwnerEnforced setting",
      400,
    );
}
