import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type OutboxEntry, readEntry } from "#core/ledger/outbox.ts";

/** The parts of a DynamoDB stream record that are read. */
export interface StreamRecord {
  readonly eventName: string;
  readonly dynamodb: { readonly SequenceNumber: string; readonly NewImage?: Record<string, AttributeValue> };
}

/**
 * The signal that a record inserted, with its view; undefined for records about anything else. Throws ZodError for a
 * record that claims to be a signal and is none.
 */
export function readRecord({ eventName, dynamodb }: StreamRecord): OutboxEntry | undefined {
  if (eventName !== "INSERT" || !dynamodb.NewImage) return undefined;
  const item = unmarshall(dynamodb.NewImage);
  return typeof item.sk === "string" && item.sk.startsWith("E#") ? readEntry(item) : undefined;
}
