import { randomUUID } from "node:crypto";
import type { EventBridgeEvent } from "#local-cloud/eventbridge/event.ts";

export function sampleEvent(detail: Record<string, unknown>): EventBridgeEvent {
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": "Sample",
    source: "test",
    account: "000000000000",
    time: "2026-01-01T00:00:00Z",
    region: "us-east-1",
    resources: [],
    detail,
  };
}
