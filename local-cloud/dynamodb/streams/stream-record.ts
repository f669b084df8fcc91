import { hash } from "node:crypto";
import { keysOf, type StreamViewType, type Table } from "#local-cloud/dynamodb/store/table.ts";
import type { Item } from "#local-cloud/dynamodb/values/attribute-value.ts";
import { itemSize } from "#local-cloud/dynamodb/values/size.ts";

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
  /** Present if the item expired. */
  readonly userIdentity?: { readonly type: "Service"; readonly principalId: "dynamodb.amazonaws.com" };
}

/** The change of one item: created, modified or removed. */
export interface ItemChange {
  readonly before: Item | undefined;
  readonly after: Item | undefined;
  /** Deleted by its time to live, not by a request. */
  readonly expired?: boolean;
}

/** Returns the stream record of a change (`at` in milliseconds), or undefined if the table has no stream. */
export function streamRecord(
  table: Table,
  { before, after, expired }: ItemChange,
  sequence: number,
  at: number,
): StreamRecord | undefined {
  const item = after ?? before;
  if (!table.stream || !item) return undefined;
  const { arn, viewType } = table.stream;
  const SequenceNumber = sequenceNumber(sequence);
  const Keys = keysOf(item, table);
  const images = imagesOf(viewType, before, after);
  return {
    eventID: hash("md5", `${arn} ${SequenceNumber}`),
    eventName: !before ? "INSERT" : after ? "MODIFY" : "REMOVE",
    eventVersion: "1.1",
    eventSource: "aws:dynamodb",
    awsRegion: arn.split(":")[3] ?? "",
    dynamodb: {
      ApproximateCreationDateTime: Math.floor(at / 1000),
      Keys,
      ...images,
      SequenceNumber,
      SizeBytes: [Keys, ...Object.values(images)].reduce((sum, image) => sum + itemSize(image), 0),
      StreamViewType: viewType,
    },
    eventSourceARN: arn,
    ...(expired && { userIdentity: { type: "Service", principalId: "dynamodb.amazonaws.com" } as const }),
  };
}

/** 21 digits that never start with 0, so that text order is number order. */
export function sequenceNumber(sequence: number): string {
  return `1${String(sequence).padStart(20, "0")}`;
}

/** Returns the number of a SequenceNumber; 0 for "", which is before the first. */
export function sequenceOf(sequenceNumber: string): number {
  return Number(sequenceNumber.slice(1));
}

function imagesOf(viewType: StreamViewType, before: Item | undefined, after: Item | undefined) {
  const wantsNew = viewType === "NEW_IMAGE" || viewType === "NEW_AND_OLD_IMAGES";
  const wantsOld = viewType === "OLD_IMAGE" || viewType === "NEW_AND_OLD_IMAGES";
  return { ...(wantsNew && after && { NewImage: after }), ...(wantsOld && before && { OldImage: before }) };
}
