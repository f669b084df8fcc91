import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { unmarshall } from "@aws-sdk/util-dynamodb";
import { type Signal, signalSchema } from "#core/ledger/signal.ts";

/** The parts of a DynamoDB stream record that are read. */
export interface StreamRecord {
  readonly eventName: string;
  readonly dynamodb: { readonly SequenceNumber: string; readonly NewImage?: Record<string, AttributeValue> };
}

/** The signal a record inserted, or undefined for records about anything else. */
export function readSignal({ eventName, dynamodb }: StreamRecord): Signal | undefined {
  if (eventName !== "INSERT" || !dynamodb.NewImage) return undefined;
  const { sk, signal } = unmarshall(dynamodb.NewImage);
  return typeof sk === "string" && sk.startsWith("E#") ? signalSchema.parse(signal) : undefined;
}
