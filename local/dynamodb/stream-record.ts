import { createHash } from "node:crypto";
import db, { type Item } from "dynalite/db/index.js";
import type { Change } from "./change.ts";
import { keysOf, type StreamViewType } from "./table.ts";

/** A change as a Lambda function receives it in `event.Records` (AWS docs: "Using Lambda with DynamoDB"). */
export interface StreamRecord {
  readonly eventID: string;
  readonly eventName: "INSERT" | "MODIFY" | "REMOVE";
  readonly eventVersion: "1.1";
  readonly eventSource: "aws:dynamodb";
  readonly awsRegion: string;
  readonly dynamodb: {
    /** Seconds since 1970. */
    readonly ApproximateCreationDateTime: number;
    readonly Keys: Item;
    readonly NewImage?: Item;
    readonly OldImage?: Item;
    readonly SequenceNumber: string;
    readonly SizeBytes: number;
    readonly StreamViewType: StreamViewType;
  };
  readonly eventSourceARN: string;
  /** Present when the time to live deleted the item. */
  readonly userIdentity?: { readonly type: "Service"; readonly principalId: "dynamodb.amazonaws.com" };
}

/** What the table's stream keeps of the change; undefined when the table has no stream. */
export function streamRecord(change: Change, sequence: string, at: number): StreamRecord | undefined {
  const { table, before, after, expired } = change;
  const item = after ?? before;
  if (!table.stream || !item) return undefined;
  const { arn, viewType } = table.stream;
  const Keys = keysOf(item, table);
  const images = imagesOf(viewType, before, after);
  return {
    eventID: createHash("md5").update(`${arn} ${sequence}`).digest("hex"),
    eventName: !before ? "INSERT" : after ? "MODIFY" : "REMOVE",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: arn.split(":")[3] ?? "",
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys,
      ...images,
      SequenceNumber: sequence,
      SizeBytes: [Keys, ...Object.values(images)].reduce((sum, image) => sum + db.itemSize(image), 0),
      StreamViewType: viewType,
    },
    eventSourceARN: arn,
    ...(expired && { userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } as const }),
  };
}

function imagesOf(viewType: StreamViewType, before: Item | undefined, after: Item | undefined) {
  const wantsNew = viewType === "NEW_IMAGE" || viewType === "NEW_AND_OLD_IMAGES";
  const wantsOld = viewType === "OLD_IMAGE" || viewType === "NEW_AND_OLD_IMAGES";
  return { ...(wantsNew && after && { NewImage: after }), ...(wantsOld && before && { OldImage: before }) };
}
