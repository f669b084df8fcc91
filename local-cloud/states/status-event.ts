import { createHash } from "node:crypto";
import type { Json, JsonObject } from "./json.ts";
import { redriveStatus } from "./redrive-status.ts";
import type { Execution } from "./store.ts";

/** An event as EventBridge delivers it. */
export interface EventBridgeEvent {
  version: "0";
  id: string;
  "detail-type": string;
  source: string;
  account: string;
  time: string;
  region: string;
  resources: string[];
  detail: JsonObject;
}

/**
 * `Step Functions Execution Status Change`. The id is derived from the change, so an event that is sent again
 * after a crash is the same event. `detail` as in
 * https://docs.aws.amazon.com/step-functions/latest/dg/eventbridge-integration.html (dates in milliseconds).
 */
export function statusEvent(execution: Execution, account: string, region: string): EventBridgeEvent {
  const { arn, ending, redrives } = execution;
  const status = ending?.status ?? "RUNNING";
  const id = createHash("sha256").update(`${arn} ${redrives.length} ${status}`).digest("hex");
  const redrive = redriveStatus(execution, ending?.stopDate ?? execution.startDate);
  const detail: Record<string, Json> = {
    executionArn: arn,
    stateMachineArn: execution.machine.arn,
    stateMachineVersionArn: null,
    stateMachineAliasArn: null,
    name: execution.name,
    status,
    startDate: execution.startDate,
    stopDate: ending?.stopDate ?? null,
    input: execution.input,
    inputDetails: { included: true },
    output: ending?.output ?? null,
    outputDetails: ending?.output === undefined ? null : { included: true },
    error: ending?.error ?? null,
    cause: ending?.cause ?? null,
    redriveCount: redrives.length,
    redriveDate: redrives.at(-1) ?? null,
    redriveStatus: redrive.redriveStatus,
    redriveStatusReason: redrive.redriveStatusReason ?? null,
  };
  return {
    version: "0",
    id: id.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/, "$1-$2-$3-$4-$5"),
    "detail-type": "Step Functions Execution Status Change",
    source: "aws.states",
    account,
    time: new Date(ending?.stopDate ?? redrives.at(-1) ?? execution.startDate).toISOString(),
    region,
    resources: [arn],
    detail,
  };
}
