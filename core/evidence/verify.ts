import { canonicalJson } from "#core/canonical.ts";
import { CONFIRM_GATE, type Decision } from "#core/conversation/conversation.ts";
import { envelopeSchema, fromBase64, paeDigest } from "#core/evidence/dsse.ts";
import {
  CONSULTATION_FILE,
  chainOf,
  EVENTS_FILE,
  KEY_FILE,
  openPack,
  RESULT_FILE,
  SEAL_FILE,
} from "#core/evidence/pack.ts";
import { type Statement, statementSchema } from "#core/evidence/statement.ts";
import { EXECUTION_EDGES, type ExecutionState } from "#core/execution.ts";
import { sha256Hex } from "#core/hash.ts";
import { chainFault, type Signal, signalSchema } from "#core/ledger/signal.ts";
import { type Mission, reduce } from "#core/mission/mission.ts";
import { planHash, planSchema } from "#core/plan/plan.ts";

/** Every reason a pack is not VALID. The first list makes it INVALID, the second INCONCLUSIVE. */
export const REASONS = {
  INVALID: [
    "NOT_A_PACK",
    "SEAL_UNREADABLE",
    "SIGNATURE_WRONG",
    "OTHER_MISSION",
    "FILE_CHANGED",
    "FILE_MISSING",
    "LINE_UNREADABLE",
    "CHAIN_BROKEN",
    "TREE_DIFFERS",
    "TRANSITION_ILLEGAL",
    "DECISION_WRONG",
    "BUILD_WRONG",
    "DEPLOYMENT_WRONG",
    "PULL_REQUEST_WRONG",
  ],
  INCONCLUSIVE: ["KEY_NOT_PINNED", "PACK_EMPTY", "VERSION_UNKNOWN"],
} as const;

export type Reason = (typeof REASONS)[keyof typeof REASONS][number];
export interface Finding {
  readonly code: Reason;
  readonly detail: string;
}
export interface Verdict {
  readonly verdict: "VALID" | "INVALID" | "INCONCLUSIVE";
  readonly reasons: readonly Finding[];
  readonly statement: Statement | null;
  /** Files that are in the pack but not under the seal. */
  readonly ignored: readonly string[];
}

export interface VerifyInput {
  readonly zip: Uint8Array;
  readonly mission: string;
  /** The key that is trusted, as PEM. Without one the best answer is INCONCLUSIVE: a pack cannot vouch for itself. */
  readonly pinned_key: string | undefined;
  /** Checks a DER-encoded ECDSA P-256 signature over a digest. */
  readonly checkSignature: (pem: string, digest: Uint8Array, signature: Uint8Array) => boolean;
}

class Invalid extends Error {
  readonly code: Reason;
  constructor(code: Reason, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** Answers whether a pack is what the factory sealed for this mission. Needs nothing but its input. */
export function verifyPack(input: VerifyInput): Verdict {
  let statement: Statement | null = null;
  let files = new Map<string, Uint8Array>();
  try {
    files = open(input.zip);
    statement = readSeal(files, input);
    requireMission(statement, input.mission);
    requireFiles(statement, files);
    const events = readChain(files, EVENTS_FILE, statement.predicate.events);
    const consultation = readChain(files, CONSULTATION_FILE, statement.predicate.consultation);
    const mission = replay(events, input.mission);
    requireDecision(mission, consultation);
    requireOutcome(statement, mission, files);
  } catch (error) {
    if (!(error instanceof Invalid)) throw error;
    const verdict = (REASONS.INCONCLUSIVE as readonly string[]).includes(error.code)
      ? "INCONCLUSIVE"
      : "INVALID";
    return { verdict, reasons: [{ code: error.code, detail: error.message }], statement, ignored: [] };
  }
  const sealed = new Set([...statement.subject.map(({ name }) => name), SEAL_FILE, KEY_FILE]);
  const ignored = [...files.keys()].filter((name) => !sealed.has(name));
  if (input.pinned_key) return { verdict: "VALID", reasons: [], statement, ignored };
  const detail =
    "Everything fits together, but no trusted key was given (--key), so the pack only vouches for itself.";
  return { verdict: "INCONCLUSIVE", reasons: [{ code: "KEY_NOT_PINNED", detail }], statement, ignored };
}

function open(zip: Uint8Array): Map<string, Uint8Array> {
  if (zip.length === 0) throw new Invalid("PACK_EMPTY", "The pack is empty.");
  let files: Map<string, Uint8Array>;
  try {
    files = openPack(zip);
  } catch {
    throw new Invalid("NOT_A_PACK", "The file is not a readable evidence pack.");
  }
  if (files.size === 0) throw new Invalid("PACK_EMPTY", "The pack has no files.");
  return files;
}

function readSeal(
  files: ReadonlyMap<string, Uint8Array>,
  { pinned_key, checkSignature }: VerifyInput,
): Statement {
  const envelope = envelopeSchema.safeParse(json(text(files, SEAL_FILE)));
  if (!envelope.success)
    throw new Invalid("SEAL_UNREADABLE", `${SEAL_FILE} is not a DSSE envelope with one signature.`);
  const payload = fromBase64(envelope.data.payload);
  const signature = fromBase64(envelope.data.signatures[0]?.sig as string);
  const key = pinned_key ?? text(files, KEY_FILE);
  if (!checkSignature(key, paeDigest(payload), signature)) {
    throw new Invalid(
      "SIGNATURE_WRONG",
      `The seal is not signed by the ${pinned_key ? "trusted" : "pack's own"} key.`,
    );
  }
  const body = json(new TextDecoder().decode(payload));
  const version = (body as { predicate?: { version?: unknown } } | undefined)?.predicate?.version;
  if (typeof version === "number" && version > 1)
    throw new Invalid("VERSION_UNKNOWN", `The seal has version ${version}; this verifier knows 1.`);
  const statement = statementSchema.safeParse(body);
  if (!statement.success)
    throw new Invalid("SEAL_UNREADABLE", "The seal is not a mission-evidence statement.");
  return statement.data;
}

function requireMission({ predicate }: Statement, mission: string): void {
  if (predicate.mission_id !== mission)
    throw new Invalid("OTHER_MISSION", `The seal is of mission ${predicate.mission_id}, not ${mission}.`);
}

function requireFiles({ subject }: Statement, files: ReadonlyMap<string, Uint8Array>): void {
  for (const required of [EVENTS_FILE, CONSULTATION_FILE]) {
    if (!subject.some(({ name }) => name === required))
      throw new Invalid("FILE_MISSING", `The seal does not cover ${required}.`);
  }
  for (const { name, digest } of subject) {
    const bytes = files.get(name);
    if (!bytes) throw new Invalid("FILE_MISSING", `${name} is missing.`);
    if (sha256Hex(bytes) !== digest.sha256)
      throw new Invalid("FILE_CHANGED", `${name} is not the file that was sealed${firstBreak(name, bytes)}.`);
  }
}

/** Where a changed log first breaks, to name the record and not only the file. */
function firstBreak(name: string, bytes: Uint8Array): string {
  if (!name.endsWith(".jsonl")) return "";
  try {
    const fault = chainFault(parseLines(name, bytes));
    return fault
      ? `; its chain breaks at sequence ${fault.sequence} (${fault.reason})`
      : "; its chain is whole, so it was cut or rebuilt";
  } catch (error) {
    return error instanceof Invalid ? `; ${error.message}` : "";
  }
}

function readChain(
  files: ReadonlyMap<string, Uint8Array>,
  name: string,
  sealed: Statement["predicate"]["events"],
): Signal[] {
  const signals = parseLines(name, files.get(name) as Uint8Array);
  const fault = chainFault(signals);
  if (fault)
    throw new Invalid("CHAIN_BROKEN", `${name} breaks at sequence ${fault.sequence}: ${fault.reason}.`);
  const { size, root, head } = chainOf(signals);
  if (size !== sealed.size || root !== sealed.root || head !== sealed.head) {
    throw new Invalid(
      "TREE_DIFFERS",
      `${name} has ${size} signals with root ${root}; sealed were ${sealed.size} with ${sealed.root}.`,
    );
  }
  return signals;
}

function parseLines(name: string, bytes: Uint8Array): Signal[] {
  const lines = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).split("\n");
  if (lines.pop() !== "") throw new Invalid("LINE_UNREADABLE", `${name} does not end with a line feed.`);
  return lines.map((line, index) => {
    const signal = signalSchema.safeParse(json(line));
    if (!signal.success || canonicalJson(signal.data) !== line)
      throw new Invalid("LINE_UNREADABLE", `line ${index + 1} of ${name} is not a canonical signal.`);
    return signal.data;
  });
}

/** Replays the mission and refuses a step the state machine does not have. */
function replay(events: readonly Signal[], id: string): Mission {
  let mission: Mission | null = null;
  for (const event of events) {
    if (event.source.split("/").at(-1) !== id)
      throw new Invalid("OTHER_MISSION", `signal ${event.sequence} is of ${event.source}.`);
    if (event.type === "gantry.execution.transitioned") {
      const { from, to } = event.data as { from: ExecutionState; to: ExecutionState };
      const allowed: readonly ExecutionState[] = EXECUTION_EDGES[from] ?? [];
      if (from !== mission?.status || !allowed.includes(to))
        throw new Invalid("TRANSITION_ILLEGAL", `signal ${event.sequence} goes from ${from} to ${to}.`);
    }
    mission = reduce(mission, event);
  }
  return mission as Mission;
}

/** The person's approval must be of exactly the plan that was built, for exactly this mission. */
function requireDecision(mission: Mission, consultation: readonly Signal[]): void {
  const plan = planSchema.safeParse(mission.plan);
  if (!plan.success || planHash(plan.data) !== mission.plan_hash)
    throw new Invalid("DECISION_WRONG", "The mission's plan does not have the hash it claims.");
  if (mission.retry_of) return;
  const decisions = consultation
    .filter(({ type }) => type === "gantry.decision.recorded")
    .map(({ data, actorkind }) => ({ ...(data as unknown as Decision), actorkind }));
  const [decision, ...more] = decisions;
  if (!decision || more.length > 0)
    throw new Invalid("DECISION_WRONG", `There must be one decision; there are ${decisions.length}.`);
  const fits =
    decision.gate === CONFIRM_GATE &&
    decision.verdict === "APPROVE" &&
    decision.actorkind === "human" &&
    decision.snapshot_sha256 === mission.plan_hash &&
    decision.mission_id === mission.id;
  if (!fits)
    throw new Invalid("DECISION_WRONG", "The decision is not a person's approval of this mission's plan.");
}

/** What was deployed and published must be what the supervisor audited. */
function requireOutcome(
  { predicate }: Statement,
  mission: Mission,
  files: ReadonlyMap<string, Uint8Array>,
): void {
  const live = predicate.phase === "DEPLOYED" || predicate.phase === "SUCCEEDED";
  if (live && mission.build?.verdict !== "passed")
    throw new Invalid("BUILD_WRONG", "The mission succeeded without a build that passed.");
  const result = files.get(RESULT_FILE);
  if (mission.build?.result_sha256 && (!result || sha256Hex(result) !== mission.build.result_sha256)) {
    throw new Invalid("BUILD_WRONG", `${RESULT_FILE} is not the build result the log names.`);
  }
  if ((predicate.output_sha256 ?? null) !== (mission.build?.output_sha256 ?? null))
    throw new Invalid("DEPLOYMENT_WRONG", "The sealed output tree is not the audited one.");
  if ((predicate.source?.git_tree ?? null) !== (mission.build?.source_git_tree ?? null))
    throw new Invalid("PULL_REQUEST_WRONG", "The sealed source tree is not the audited one.");
  if (mission.pull_request_tree && mission.pull_request_tree !== mission.build?.source_git_tree) {
    throw new Invalid("PULL_REQUEST_WRONG", "The pull request's tree is not the audited source tree.");
  }
}

function text(files: ReadonlyMap<string, Uint8Array>, name: string): string {
  const bytes = files.get(name);
  if (!bytes) throw new Invalid("FILE_MISSING", `${name} is missing.`);
  return new TextDecoder().decode(bytes);
}

function json(source: string): unknown {
  try {
    return JSON.parse(source);
  } catch {
    return undefined;
  }
}
