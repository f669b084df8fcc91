import { randomUUID } from "node:crypto";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";
import type { ObjectVersion } from "./state.ts";

export interface ObjectEventContext {
  readonly now: number;
  readonly account: string;
  readonly requestId: string;
  readonly requester: string;
}

/** The event S3 sends to EventBridge (docs: "EventBridge event message structure"). */
export function objectEvent(
  kind: "Object Created" | "Object Deleted",
  bucket: { name: string; region: string },
  version: ObjectVersion,
  reason: string,
  context: ObjectEventContext,
): EventBridgeEvent {
  const created = kind === "Object Created";
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": kind,
    source: "aws.s3",
    account: context.account,
    time: new Date(context.now).toISOString().replace(/\.\d+Z$/, "Z"),
    region: bucket.region,
    resources: [`arn:aws:s3:::${bucket.name}`],
    detail: {
      version: "0",
      bucket: { name: bucket.name },
      object: {
        key: version.key,
        ...(created ? { size: version.size } : {}),
        ...(version.etag ? { etag: version.etag } : {}),
        ...(version.versionId === "null" ? {} : { "version-id": version.versionId }),
        sequencer: version.sequence.toString(16).toUpperCase().padStart(18, "0"),
      },
      "request-id": context.requestId,
      requester: context.requester,
      reason,
      ...(created
        ? {}
        : { "deletion-type": version.marker ? "Delete Marker Created" : "Permanently Deleted" }),
    },
  };
}
