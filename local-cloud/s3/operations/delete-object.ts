import { ServiceError } from "#local-cloud/http.ts";
import { readDocument } from "#local-cloud/s3/body.ts";
import { type Deletion, deleteObject } from "#local-cloud/s3/commit.ts";
import { bucketOf, checkVersionId, versionHeader } from "#local-cloud/s3/lookup.ts";
import type { Call, Operation } from "#local-cloud/s3/operation.ts";
import type { Bucket } from "#local-cloud/s3/state.ts";
import {
  childText,
  element,
  leaf,
  malformed,
  onlyChildren,
  type XmlNode,
  xmlDocument,
} from "#local-cloud/s3/xml.ts";
import { CHECKSUM_HEADERS } from "./common.ts";

const BYPASS = "x-amz-bypass-governance-retention";

export const deleteOneObject: Operation = {
  name: "DeleteObject",
  method: "DELETE",
  on: "object",
  query: ["versionId"],
  headers: [BYPASS],
  run: async (call) => {
    const bucket = bucketOf(call);
    const versionId = call.request.query.get("versionId");
    if (versionId !== undefined) checkVersionId(versionId);
    const deletion = await deleteObject(call, bucket, { key: call.request.key, versionId }, optionsOf(call));
    return {
      status: 204,
      headers: {
        ...versionHeader(bucket, deletion.versionId),
        ...(deletion.marker ? { "x-amz-delete-marker": "true" } : {}),
      },
    };
  },
};

export const deleteManyObjects: Operation = {
  name: "DeleteObjects",
  method: "POST",
  on: "bucket",
  marks: ["delete"],
  headers: [BYPASS, ...CHECKSUM_HEADERS],
  run: async (call) => {
    const bucket = bucketOf(call);
    const { targets, quiet } = parseTargets(await readDocument(call.request, call.body()));
    const results: string[] = [];
    for (const target of targets) results.push(await deleteListed(call, bucket, target, quiet));
    return { status: 200, body: xmlDocument("DeleteResult", ...results) };
  },
};

interface Target {
  readonly key: string;
  readonly versionId: string | undefined;
}

function parseTargets(root: XmlNode): { targets: Target[]; quiet: boolean } {
  if (root.name !== "Delete") throw malformed();
  onlyChildren(root, ["Object", "Quiet"]);
  const targets = root.children
    .filter((each) => each.name === "Object")
    .map((each) => {
      onlyChildren(each, ["Key", "VersionId"]);
      const key = each.children.find(({ name }) => name === "Key")?.text;
      if (!key) throw malformed("Object without Key");
      return { key, versionId: childText(each, "VersionId") };
    });
  if (targets.length === 0 || targets.length > 1000) throw malformed("1 to 1000 objects");
  return { targets, quiet: childText(root, "Quiet") === "true" };
}

async function deleteListed(call: Call, bucket: Bucket, target: Target, quiet: boolean): Promise<string> {
  try {
    if (target.versionId !== undefined) checkVersionId(target.versionId);
    const deletion = await deleteObject(call, bucket, target, optionsOf(call));
    return quiet ? "" : deleted(target, deletion);
  } catch (error) {
    if (!(error instanceof ServiceError)) throw error;
    return element(
      "Error",
      leaf("Key", target.key),
      leaf("VersionId", target.versionId),
      leaf("Code", error.code),
      leaf("Message", error.message),
    );
  }
}

function deleted(target: Target, deletion: Deletion): string {
  return element(
    "Deleted",
    leaf("Key", target.key),
    leaf("VersionId", target.versionId),
    deletion.marker ? leaf("DeleteMarker", true) + leaf("DeleteMarkerVersionId", deletion.versionId) : "",
  );
}

function optionsOf(call: Call): { bypassGovernance: boolean; reason: string } {
  return {
    bypassGovernance: call.request.headers.get(BYPASS)?.toLowerCase() === "true",
    reason: "DeleteObject",
  };
}
