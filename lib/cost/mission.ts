import { FREE_DISK } from "#deployment/function-row.ts";
import { FUNCTIONS, type FunctionName } from "#deployment/functions.ts";
import { type Line, line } from "./line.ts";
import { functionsOf, HAPPY, HEALED_ONCE, type Machine, statesOn } from "./machine-path.ts";
import { ASSUMED, MEASURED } from "./usage.ts";

export interface Mission {
  /** Whether its first build failed and was repaired by the small model. */
  readonly healed: boolean;
  readonly network: "economy" | "strict";
  /** Whether a web ACL inspects the REST API's requests. */
  readonly waf: boolean;
}

/** The load of a mission, as factors of the lines below. */
interface Load {
  readonly network: Mission["network"];
  readonly waf: boolean;
  readonly transitions: number;
  readonly steps: readonly FunctionName[];
  readonly calls: ReadonlyMap<FunctionName, number>;
  readonly builds: number;
  /** Requests of the REST API. */
  readonly requests: number;
  /** Signals whose hints are sent to an open socket. */
  readonly signals: number;
  /** Ratio of the signals to those of the measured mission. */
  readonly follow: number;
}

/** The start and the end of an execution are billed as transitions. */
const START_AND_END = 2;
const GB = 1e9;

/** Returns the usage of one mission, without the tokens of its models. */
export function missionLines(machine: Machine, mission: Mission): Line[] {
  const load = loadOf(machine, mission);
  return [
    line("state machine", "states.transition", load.transitions),
    ...functionLines(load),
    ...builderLines(load),
    ...tableLines(load),
    ...fileLines(load),
    ...edgeLines(load),
    ...watchLines(load),
  ];
}

function loadOf(machine: Machine, { healed, network, waf }: Mission): Load {
  const path = statesOn(machine, healed ? HEALED_ONCE : HAPPY);
  const steps = functionsOf(machine, path);
  const signals = MEASURED.socketMessages + (healed ? ASSUMED.healSignals : 0);
  const follow = signals / MEASURED.socketMessages;
  return {
    network,
    waf,
    transitions: path.length + START_AND_END,
    steps,
    calls: callsOf(steps, follow),
    builds: path.filter((name) => name === "Build").length,
    requests: MEASURED.restRequests * follow,
    signals,
    follow,
  };
}

function callsOf(steps: readonly FunctionName[], follow: number): Map<FunctionName, number> {
  const calls = new Map<FunctionName, number>();
  for (const name of steps) calls.set(name, (calls.get(name) ?? 0) + 1);
  for (const [name, count] of Object.entries(MEASURED.calls)) calls.set(name as FunctionName, count * follow);
  return calls;
}

function functionLines({ calls }: Load): Line[] {
  return [
    line("functions: invocations", "lambda.request", sum(calls.values())),
    line("functions: arm64", "lambda.arm64", compute(calls, "arm64")),
    line("functions: x86_64, the browser", "lambda.x86_64", compute(calls, "x86_64")),
    line("functions: disk", "lambda.storage", disk(calls)),
  ];
}

/** GB-seconds on one architecture. */
function compute(calls: Load["calls"], architecture: "arm64" | "x86_64"): number {
  return sum(
    [...calls]
      .filter(([name]) => FUNCTIONS[name].architecture === architecture)
      .map((call) => (seconds(call) * FUNCTIONS[call[0]].memory) / 1024),
  );
}

/** GB-seconds of disk above the free size. */
function disk(calls: Load["calls"]): number {
  return sum([...calls].map((call) => (seconds(call) * (FUNCTIONS[call[0]].disk - FREE_DISK)) / 1024));
}

function seconds([name, count]: [FunctionName, number]): number {
  const each = ASSUMED.milliseconds[name as keyof typeof ASSUMED.milliseconds] * count;
  const isWaiting = (ASSUMED.consultingFunctions as readonly string[]).includes(name);
  return (each + (isWaiting ? ASSUMED.consultationMilliseconds : 0)) / 1000;
}

/**
 * The strict network has no public addresses; its builders transfer data through S3's gateway endpoint, which
 * is free.
 */
function builderLines({ builds, network }: Load): Line[] {
  const { vcpu, gb, firstSeconds, laterSeconds } = ASSUMED.builder;
  const seconds = firstSeconds + (builds - 1) * laterSeconds;
  return [
    line("builder: vCPU", "fargate.vcpu", seconds * vcpu),
    line("builder: memory", "fargate.memory", seconds * gb),
    ...(network === "economy" ? [line("builder: public address", "ipv4.second", seconds)] : []),
    line("builder: names looked up", "dns.query", ASSUMED.dnsQueries * builds),
  ];
}

function tableLines({ steps, follow }: Load): Line[] {
  const units = steps.map((name) => MEASURED.units[name as keyof typeof MEASURED.units]);
  const [writes, reads] = MEASURED.following;
  return [
    line("table: writes", "table.write", sum(units.map(([written]) => written)) + writes * follow),
    line("table: reads", "table.read", sum(units.map(([, read]) => read)) + reads * follow),
    line("table: kept for a month", "table.stored", ASSUMED.tableBytes / GB),
    line("table: recoverable for a month", "table.recovery", ASSUMED.tableBytes / GB),
  ];
}

/** A second build writes its job, log, output and result again, about half of the files of a mission. */
function fileLines({ builds }: Load): Line[] {
  const times = 1 + (builds - 1) / 2;
  const reports = ASSUMED.progressReports * builds;
  return [
    line("files: writes", "s3.write", MEASURED.s3Writes * times + reports),
    line("files: reads", "s3.read", MEASURED.s3Reads * times + ASSUMED.jobRequests),
    line("files: kept for a month", "s3.stored", (MEASURED.storedBytes * times + ASSUMED.layerBytes) / GB),
    line("files: events", "events.opt-in", MEASURED.objectsCreated * times + reports),
    line("to GitHub and Vercel", "transfer.out", MEASURED.sentBytes / GB),
  ];
}

function edgeLines({ requests, signals, builds, waf }: Load): Line[] {
  return [
    line("REST API", "rest.request", requests),
    ...(waf ? [line("web ACL", "waf.request", requests)] : []),
    line("sockets: messages", "socket.message", signals),
    line("sockets: minutes", "socket.minute", ASSUMED.socketMinutes * builds),
    line("edge: requests", "edge.request", requests + ASSUMED.edge.files),
    line("edge: functions", "edge.function", requests + ASSUMED.edge.files),
    line("edge: bytes", "edge.out", ASSUMED.edge.bytes / GB),
  ];
}

/** The evidence, logs, metrics and traces of a mission. Each external event starts a trace. */
function watchLines({ calls, builds, requests }: Load): Line[] {
  const { logBytesPerCall, builderLogBytes, machineLogBytes, requestLogBytes } = ASSUMED;
  const logBytes =
    sum(calls.values()) * logBytesPerCall +
    builds * (builderLogBytes + machineLogBytes) +
    requests * requestLogBytes;
  const events = (calls.get("relay") ?? 0) + (calls.get("object-created") ?? 0);
  return [
    line("signature of the evidence", "kms.asymmetric", MEASURED.keyRequests),
    line("logs", "logs.in", logBytes / GB),
    line("traces", "xray.trace", 1 + requests + events),
  ];
}

function sum(values: Iterable<number>): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
