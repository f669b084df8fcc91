import { isFinal, PHASES, type Phase } from "#core/factory/mission/phase.ts";
import { duration, PHASE_NAMES, spanLabel } from "#core/factory/mission/phase-names.ts";
import { ERRORS, type ErrorCode } from "#core/kernel/errors.ts";
import { printableLine } from "#core/kernel/printable.ts";
import { STEPS as STEP_ROWS } from "#deployment/steps.ts";
import type { LogEntry } from "./entry.ts";
import { remedyFor } from "./remedy.ts";

/** The importance of a line for people. Routine lines are written only to the file. */
export type Tone = "routine" | "plain" | "good" | "warn" | "error";

/** A log entry as a readable line. */
export interface HumanLine {
  readonly tone: Tone;
  /** The end of the mission's id, which every command accepts; empty without a mission. */
  readonly mission: string;
  readonly text: string;
}

const SHORT_ID = 6;
const MAX_TEXT = 400;

/** The titles of steps, by function. */
const STEPS = new Map<string, string>(Object.entries(STEP_ROWS).map(([name, { title }]) => [name, title]));

/**
 * Describes an entry for people: the event and, for a warning or an error, the remedy. `program` is the name
 * of the command.
 */
export function describeEntry(entry: LogEntry, program: string): HumanLine {
  const id = textOf(entry.correlation_id);
  const mission = id === "" ? "" : printableLine(id).slice(-SHORT_ID);
  const [tone, text] = sentence(entry, { program, mission });
  const line = printableLine(text);
  return { tone, mission, text: line.length > MAX_TEXT ? `${line.slice(0, MAX_TEXT - 1)}…` : line };
}

interface Place {
  readonly program: string;
  readonly mission: string;
}

function sentence(entry: LogEntry, place: Place): readonly [Tone, string] {
  switch (entry.message) {
    case "phase entered":
      return ["plain", nameOf(entry)];
    case "cancellation requested":
      return ["plain", "Stopping, as requested"];
    case "mission ended":
      return ending(entry, place);
    case "request answered":
      return request(entry, place);
    case "step done":
    case "event done":
      return ["routine", `${stepOf(entry)} took ${duration(Number(entry.ms))}`];
    case "step failed":
      return failure(`${stepOf(entry)} failed`, entry, place);
    case "probe failed":
      return probe(textOf(entry.probe), place);
    case "service failed":
      return ["error", `The local ${textOf(entry.service)} failed: ${messageOf(entry)} ${seeLog}`];
    case "ready":
      return ["routine", `Ready at ${textOf(entry.origin)}`];
    case "builder output":
      return ["routine", `Builder: ${textOf(entry.output)}`];
    case "app output":
      return ["routine", `${textOf(entry.app)}: ${textOf(entry.output)}`];
    case "app refused":
      return ["warn", `${textOf(entry.app)}: ${textOf(entry.reason)} Run: ${textOf(entry.fix)}`];
    default:
      return other(entry, place);
  }
}

const seeLog = "The log has the details.";

function ending(entry: LogEntry, { program, mission }: Place): readonly [Tone, string] {
  const took = `after ${duration(Number(entry.seconds) * 1000)}`;
  const name = nameOf(entry);
  if (entry.phase === "DEPLOYED" || entry.phase === "SUCCEEDED")
    return ["good", `${name} ${took}. See: ${program} status ${mission}`];
  const code = codeOf(entry.code);
  const why = code ? `: ${ERRORS[code].title.toLowerCase()} (${code})` : "";
  return [
    entry.phase === "FAILED" ? "error" : "warn",
    `${name} ${took}${entry.phase === "CANCELLED" ? "" : why}. Why: ${program} failure ${mission}`,
  ];
}

/** Failures of `/ready` have their own lines. */
function request(entry: LogEntry, place: Place): readonly [Tone, string] {
  const what = `${textOf(entry.method)} ${textOf(entry.resource)}`;
  const failed = Number(entry.status) >= 500 && entry.resource !== "/ready";
  return failed ? failure(`${what} failed`, entry, place) : ["routine", `${what} ${entry.status}`];
}

/** An error code of Gantry below status 500 is an ordinary refusal; everything else is a fault. */
function failure(what: string, entry: LogEntry, place: Place): readonly [Tone, string] {
  const code = codeOf((entry.error as { code?: unknown } | undefined)?.code);
  if (code === "Cancelled") return ["routine", `${what}: cancelled`];
  const tone = code && ERRORS[code].status < 500 ? "warn" : "error";
  const named = code ? `${what} (${code})` : what;
  return [tone, `${named}: ${messageOf(entry)} ${remedyFor(code, place.program) ?? seeLog}`];
}

function probe(name: string, { program }: Place): readonly [Tone, string] {
  if (name === "architect")
    return ["warn", `The model does not respond. ${remedyFor("ModelUnavailable", program)}`];
  return ["warn", `${name} does not respond. ${seeLog}`];
}

/**
 * An entry with an unknown message. Entries of functions, which have a `service`, are shown only from level
 * WARN.
 */
function other(entry: LogEntry, place: Place): readonly [Tone, string] {
  if (entry.level === "DEBUG" || entry.level === "INFO")
    return [entry.service === undefined && entry.message !== "" ? "plain" : "routine", entry.message];
  if (entry.error !== undefined) return failure(capitalised(entry.message), entry, place);
  return [entry.level === "WARN" ? "warn" : "error", capitalised(entry.message)];
}

function nameOf({ phase, after, attempt }: LogEntry): string {
  const [now, before] = [phaseOf(phase), phaseOf(after)];
  if (now === undefined) return textOf(phase);
  if (isFinal(now)) return PHASE_NAMES[now];
  const span = { phase: now, attempt: Number(attempt) };
  return spanLabel(before ? [{ ...span, phase: before }, span] : [span], -1);
}

function phaseOf(name: unknown): Phase | undefined {
  return PHASES.find((phase) => phase === name);
}

function stepOf({ function_name }: LogEntry): string {
  const name = textOf(function_name);
  return STEPS.get(name) ?? `The function ${name}`;
}

/** Returns the message of an error that Gantry defines, and the name of any other error. */
function messageOf({ error }: LogEntry): string {
  const { name, message } = (error ?? {}) as Readonly<Record<string, unknown>>;
  const words = textOf(message) || textOf(name) || "unknown error";
  return /[.!?]$/.test(words) ? words : `${words}.`;
}

function codeOf(code: unknown): ErrorCode | undefined {
  return typeof code === "string" && Object.hasOwn(ERRORS, code) ? (code as ErrorCode) : undefined;
}

const textOf = (value: unknown) => (typeof value === "string" ? value : "");
const capitalised = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
