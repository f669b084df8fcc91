import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Amendment, type OutboxEntry, readAmendment, readEntry } from "#core/kernel/ledger/outbox.ts";

/** The parts of a DynamoDB stream record that are used. */
export interface StreamRecord {
  readonly eventName: string;
  readonly dynamodb: { readonly SequenceNumber: string; readonly NewImage?: Record<string, AttributeValue> };
}

/**
 * The signal or amendment that a record inserted; undefined for all other records. Throws ZodError for a record with
 * the key but not the content of one.
 */
export function readRecord({ eventName, dynamodb }: StreamRecord): OutboxEntry | Amendment | undefined {
  if (eventName !== "INSERT" || !dynamodb.NewImage) return undefined;
  const item = unmarshall(dynamodb.NewImage);
  const sk = String(item.sk);
  if (sk.startsWith("E#")) return readEntry(item);
  return sk.startsWith("A#") ? readAmendment(item) : undefined;
}
