import { costMicroUsd } from "#core/model/prices.ts";
import { FUNCTIONS, type FunctionName } from "#lib/functions.ts";
import { type Line, line } from "./line.ts";
import { functionsOf, HAPPY, HEALED_ONCE, type Machine, statesOn } from "./machine-path.ts";
import { ASSUMED, MEASURED } from "./usage.ts";

export interface Mission {
  /** Whether its first build failed and was repaired by the small model. */
  readonly healed: boolean;
  readonly network: "economy" | "strict";
}

/** Start and end of an execution are billed as transitions too. */
const START_AND_END = 2;
const GB = 1e9;

/** What one mission costs beside the tokens of its models. */
export function missionLines(machine: Machine, { healed, network }: Mission): Line[] {
  const path = statesOn(machine, healed ? HEALED_ONCE : HAPPY);
  const steps = functionsOf(machine, path) as FunctionName[];
  const signals = MEASURED.socketMessages + (healed ? ASSUMED.healSignals : 0);
  const follow = signals / MEASURED.socketMessages;
  const calls = callsOf(steps, follow);
  const builds = path.filter((name) => name === "Build").length;
  const requests = MEASURED.restRequests * follow;
  const s3 = 1 + (builds - 1) / 2;
  const [writes, reads] = tableUnits(steps, follow);
  return [
    line("state machine", "states.transition", path.length + START_AND_END),
    line("functions: invocations", "lambda.request", sum([...calls.values()])),
    line("functions: arm64", "lambda.arm64", compute(calls, "arm64")),
    line("functions: x86_64, the browser", "lambda.x86_64", compute(calls, "x86_64")),
    ...builderLines(builds, network),
    line("table: writes", "table.write", writes),
    line("table: reads", "table.read", reads),
    line("table: kept for a month", "table.stored", ASSUMED.tableBytes / GB),
    line("files: writes", "s3.write", MEASURED.s3Writes * s3 + ASSUMED.progressReports * builds),
    line("files: reads", "s3.read", MEASURED.s3Reads * s3),
    line("files: kept for a month", "s3.stored", (MEASURED.storedBytes * s3 + ASSUMED.layerBytes) / GB),
    line("files: events", "events.opt-in", MEASURED.objectsCreated * s3 + ASSUMED.progressReports * builds),
    line("REST API", "rest.request", requests),
    line("sockets: messages", "socket.message", signals),
    line("sockets: minutes", "socket.minute", ASSUMED.socketMinutes * builds),
    line("edge: requests", "edge.request", requests + ASSUMED.edge.files),
    line("edge: functions", "edge.function", requests + ASSUMED.edge.files),
    line("edge: bytes", "edge.out", ASSUMED.edge.bytes / GB),
    line("to GitHub and Vercel", "transfer.out", MEASURED.sentBytes / GB),
    line("signature of the evidence", "kms.asymmetric", MEASURED.keyRequests),
    line(
      "logs",
      "logs.in",
      (sum([...calls.values()]) * ASSUMED.logBytesPerCall + ASSUMED.builderLogBytes * builds) / GB,
    ),
    line(
      "traces",
      "xray.trace",
      1 + requests + (calls.get("relay") ?? 0) + (calls.get("object-created") ?? 0),
    ),
  ];
}

/** USD for the tokens of one mission's model calls; `large` does all but the repair. */
export function modelUsd(
  models: { readonly large: string; readonly small: string },
  healed: boolean,
): number {
  const { consultant, architect, critic, healer } = ASSUMED.tokens;
  const cost = (model: string, tokens: { readonly in: number; readonly out: number }) =>
    costMicroUsd(model, {
      input_tokens: tokens.in,
      output_tokens: tokens.out,
      cache_read_tokens: 0,
      cache_write_tokens: 0,
    }) / 1e6;
  const large = sum([consultant, architect, critic].map((tokens) => cost(models.large, tokens)));
  return large + (healed ? cost(models.small, healer) : 0);
}

function callsOf(steps: readonly FunctionName[], follow: number): Map<FunctionName, number> {
  const calls = new Map<FunctionName, number>();
  for (const name of steps) calls.set(name, (calls.get(name) ?? 0) + 1);
  for (const [name, count] of Object.entries(MEASURED.calls)) calls.set(name as FunctionName, count * follow);
  return calls;
}

/** GB-seconds on one architecture. */
function compute(calls: ReadonlyMap<FunctionName, number>, architecture: "arm64" | "x86_64"): number {
  const seconds = ([name, count]: [FunctionName, number]) => {
    const each = ASSUMED.milliseconds[name as keyof typeof ASSUMED.milliseconds] * count;
    return (each + (name === "api" ? ASSUMED.consultationMilliseconds : 0)) / 1000;
  };
  return sum(
    [...calls]
      .filter(([name]) => FUNCTIONS[name].architecture === architecture)
      .map((call) => (seconds(call) * FUNCTIONS[call[0]].memory) / 1024),
  );
}

function tableUnits(steps: readonly FunctionName[], follow: number): [writes: number, reads: number] {
  const units = steps.map((name) => MEASURED.units[name as keyof typeof MEASURED.units]);
  const [writes, reads] = MEASURED.following;
  return [
    sum(units.map(([written]) => written)) + writes * follow,
    sum(units.map(([, read]) => read)) + reads * follow,
  ];
}

/** In the strict network a builder has no public address; what it transfers goes through endpoints that cost nothing by the GB. */
function builderLines(builds: number, network: Mission["network"]): Line[] {
  const { vcpu, gb, firstSeconds, laterSeconds } = ASSUMED.builder;
  const seconds = firstSeconds + (builds - 1) * laterSeconds;
  return [
    line("builder: vCPU", "fargate.vcpu", seconds * vcpu),
    line("builder: memory", "fargate.memory", seconds * gb),
    ...(network === "economy" ? [line("builder: public address", "ipv4.second", seconds)] : []),
    line("builder: names looked up", "dns.query", ASSUMED.dnsQueries * builds),
  ];
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
