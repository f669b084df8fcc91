import { randomUUID } from "node:crypto";
import { awsJsonHandler } from "#local-cloud/aws-json.ts";
import { ServiceError, type SignedHandler } from "#local-cloud/http.ts";
import type { EventBridgeEvent } from "./event.ts";

export interface WireOptions {
  readonly put: (event: EventBridgeEvent) => void;
  readonly now: () => number;
  readonly account: string;
  readonly region: string;
}

const FIELDS = ["Source", "DetailType", "Detail", "Resources", "Time", "EventBusName", "TraceHeader"];
const MAX_ENTRY_BYTES = 256 * 1024;
const MAX_REQUEST_BYTES = 2 * 1024 * 1024;

interface Failure {
  readonly ErrorCode: string;
  readonly ErrorMessage: string;
}

/** PutEvents over AWS JSON 1.1 (API reference: PutEvents). Events are journaled before the response. */
export function createWire(options: WireOptions): SignedHandler {
  return awsJsonHandler({
    operations: new Map([["AWSEvents.PutEvents", (input) => putEvents(options, input)]]),
    namespace: "com.amazonaws.eventbridge",
    internalError: "InternalException",
    limit: MAX_REQUEST_BYTES,
  });
}

function putEvents(options: WireOptions, input: Record<string, unknown>) {
  const entries = input.Entries;
  if (!Array.isArray(entries) || entries.length < 1 || entries.length > 10)
    throw new ServiceError("ValidationException", "Entries must hold 1 to 10 entries");
  const stranger = Object.keys(input).find((name) => name !== "Entries");
  if (stranger) throw new ServiceError("ValidationException", `${stranger} is not implemented`);
  const results = entries.map((entry) => putEntry(options, entry));
  return { FailedEntryCount: results.filter((each) => "ErrorCode" in each).length, Entries: results };
}

function putEntry(options: WireOptions, entry: unknown): { EventId: string } | Failure {
  const event = toEvent(options, entry);
  if ("ErrorCode" in event) return event;
  options.put(event);
  return { EventId: event.id };
}

/** An invalid entry fails alone; the others are accepted. */
function toEvent(options: WireOptions, entry: unknown): EventBridgeEvent | Failure {
  if (!isObject(entry)) return failure("InvalidArgument", "an entry must be an object");
  const stranger = Object.keys(entry).find((name) => !FIELDS.includes(name));
  if (stranger) return failure("InvalidArgument", `${stranger} is not implemented`);
  const { Source, DetailType, Detail, Resources = [], Time, EventBusName = "default", TraceHeader } = entry;
  if (TraceHeader !== undefined) return failure("InvalidArgument", "TraceHeader is not implemented");
  if (typeof Source !== "string" || Source === "")
    return failure("InvalidArgument", "Parameter Source is not valid.");
  if (Source.startsWith("aws."))
    return failure("NotAuthorizedForSourceException", "Not authorized for the source.");
  if (typeof DetailType !== "string" || DetailType === "")
    return failure("InvalidArgument", "Parameter DetailType is not valid.");
  if (!Array.isArray(Resources) || !Resources.every((each) => typeof each === "string"))
    return failure("InvalidArgument", "Parameter Resources is not valid.");
  if (
    typeof EventBusName !== "string" ||
    !/^(default|arn:aws:events:.*:event-bus\/default)$/.test(EventBusName)
  )
    return failure("InvalidArgument", `Event bus ${String(EventBusName)} does not exist.`);
  if (typeof Detail !== "string" || Buffer.byteLength(Detail) > MAX_ENTRY_BYTES)
    return failure("InvalidArgument", "Parameter Detail is not valid.");
  const detail = tryParse(Detail);
  if (!isObject(detail)) return failure("MalformedDetail", "Detail is malformed.");
  const at = typeof Time === "number" ? Time * 1000 : options.now();
  return {
    version: "0",
    id: randomUUID(),
    "detail-type": DetailType,
    source: Source,
    account: options.account,
    time: new Date(at).toISOString().replace(/\.\d+Z$/, "Z"),
    region: options.region,
    resources: Resources,
    detail,
  };
}

function failure(ErrorCode: string, ErrorMessage: string): Failure {
  return { ErrorCode, ErrorMessage };
}

function tryParse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
