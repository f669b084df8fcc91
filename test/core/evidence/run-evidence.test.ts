import { describe, expect, it } from "@jest/globals";
import { chainOf, makePack, type PackInput } from "#core/evidence/pack.ts";
import { RUN_PREDICATE_TYPE, type RunPredicate } from "#core/evidence/run-statement.ts";
import { canonicalJson } from "#core/kernel/canonical.ts";
import { sha256Hex } from "#core/kernel/hash.ts";
import { sequenceText } from "#core/kernel/keys.ts";
import { sealSignal } from "#core/kernel/ledger/chain.ts";
import { SEMANTICS, type Signal } from "#core/kernel/ledger/signal.ts";
import { runFact } from "#core/workflows/run-signals.ts";
import { append, codes, DEFINITION, doneRun, judge, logOf, POLICY, RUN, runOf } from "./run-world.ts";

const utf8 = (text: string) => new TextEncoder().encode(text);
const RECORDS = { "workflow.json": utf8(canonicalJson(DEFINITION)), "policy.json": utf8(POLICY) };

interface Forged {
  /** Steps that are done. */
  readonly steps?: string[];
  readonly ending?: { to: "COMPLETED" | "TERMINATED"; outcome: "succeeded" | "failed" } | null;
  readonly error?: { code: "NotFound"; message: string };
  /** What the log is when it is sealed. */
  readonly log?: (signals: Signal[]) => Signal[];
  readonly predicate?: object;
  readonly records?: Record<string, Uint8Array | undefined>;
  readonly more?: Partial<PackInput<RunPredicate>>;
}

/** A pack as someone with the key could seal it, of a run that ended as said. */
async function forge({
  steps,
  ending,
  error,
  log,
  predicate,
  records,
  more,
}: Forged = {}): Promise<Uint8Array> {
  const world = await doneRun(steps);
  const { to, outcome } = ending ?? { to: "COMPLETED", outcome: "succeeded" };
  if (error) await append(world, runFact("gantry.execution.failed", error));
  const end = runFact("gantry.execution.transitioned", { from: "RUNNING", to, outcome });
  if (ending !== null) await append(world, end);
  const signals = (log ?? ((all) => all))(await logOf(world));
  const given = Object.entries({ ...RECORDS, ...records }).filter(([, bytes]) => bytes !== undefined);
  const { zip } = await makePack<RunPredicate>(world.signer, {
    logs: { "events.jsonl": signals },
    records: Object.fromEntries(given) as Record<string, Uint8Array>,
    predicateType: RUN_PREDICATE_TYPE,
    predicate: {
      tenant: RUN.tenant,
      execution_id: RUN.execution_id,
      workflow: (await runOf(world)).workflow as RunPredicate["workflow"],
      outcome,
      error: error ?? null,
      events: chainOf(signals),
      sealed_at: "2026-11-21T00:00:00.000Z",
      ...predicate,
    },
    ...more,
  });
  return zip;
}

/** A log with another first signal, whole again. */
const begun = (change: object) => (signals: Signal[]) => {
  let prevhash = "0".repeat(64);
  return signals.map((signal, index) => {
    const { hash: _, ...rest } = signal;
    const sealed = sealSignal({
      ...rest,
      prevhash,
      data: index === 0 ? { ...signal.data, ...change } : signal.data,
    });
    prevhash = sealed.hash;
    return sealed;
  });
};

/** Another definition that the log and the seal both name, with this text as its record. */
function pinned(text: string, change: object = {}): Forged {
  const workflow = { id: DEFINITION.id, version: DEFINITION.version, sha256: sha256Hex(text), ...change };
  return { log: begun({ workflow }), predicate: { workflow }, records: { "workflow.json": utf8(text) } };
}

describe("the evidence of a run", () => {
  it("is VALID where all of it follows from the log and the records", async () => {
    const { verdict, statement } = judge(await forge());
    expect([verdict, statement?.predicateType]).toEqual([
      "VALID",
      "https://gantry.dev/execution-evidence/v1",
    ]);
  });

  it.each<[string, Forged]>([
    ["failed before its last step", { steps: ["first"], ending: { to: "TERMINATED", outcome: "failed" } }],
    [
      "failed with an error",
      {
        steps: [],
        ending: { to: "TERMINATED", outcome: "failed" },
        error: { code: "NotFound", message: "gone" },
      },
    ],
    ["has a definition that was read from its record", pinned(canonicalJson(DEFINITION))],
  ])("is VALID of a run that %s", async (_, forged) => {
    expect(codes(await forge(forged))).toEqual(["VALID"]);
  });

  it.each<[string, string, Forged]>([
    ["another outcome than the log", "OUTCOME_WRONG", { predicate: { outcome: "failed" } }],
    ["an outcome of a log without an end", "OUTCOME_WRONG", { ending: null }],
    [
      "an error that the log does not have",
      "OUTCOME_WRONG",
      { predicate: { error: { code: "NotFound", message: "gone" } } },
    ],
    [
      "no error where the log has one",
      "OUTCOME_WRONG",
      { error: { code: "NotFound", message: "gone" }, predicate: { error: null } },
    ],
    ["success without the last step", "OUTCOME_WRONG", { steps: ["first"] }],
    ["success without any step", "OUTCOME_WRONG", { steps: [] }],
    ["another execution", "OTHER_MISSION", { predicate: { execution_id: "run_2" } }],
    [
      "a workflow of another version than the log's",
      "RECORD_WRONG",
      {
        predicate: {
          workflow: { id: DEFINITION.id, version: "2", sha256: sha256Hex(RECORDS["workflow.json"]) },
        },
      },
    ],
    [
      "a workflow of another name than the log's",
      "LINE_UNREADABLE",
      { predicate: { workflow: { id: "other", version: "1", sha256: sha256Hex(RECORDS["workflow.json"]) } } },
    ],
    ["another definition", "RECORD_WRONG", { records: { "workflow.json": utf8("{}") } }],
    ["no definition", "RECORD_WRONG", { records: { "workflow.json": undefined } }],
    ["another policy", "RECORD_WRONG", { records: { "policy.json": utf8("{}") } }],
    ["no policy", "RECORD_WRONG", { records: { "policy.json": undefined } }],
    ["a definition that is none", "RECORD_WRONG", pinned("{}")],
    [
      "a definition that names itself otherwise",
      "RECORD_WRONG",
      pinned(canonicalJson({ ...DEFINITION, id: "other.workflow" })),
    ],
    [
      "a definition of another version than the log says",
      "RECORD_WRONG",
      pinned(canonicalJson({ ...DEFINITION, version: "2" })),
    ],
    ["more than such a seal states", "SEAL_UNREADABLE", { predicate: { more: 1 } }],
    [
      "an error that says more",
      "SEAL_UNREADABLE",
      { predicate: { error: { code: "a", message: "b", more: 1 } } },
    ],
    ["an execution without an id", "SEAL_UNREADABLE", { predicate: { execution_id: "" } }],
    [
      "another kind of evidence",
      "SEAL_UNREADABLE",
      { more: { predicateType: "https://gantry.dev/mission-evidence/v1" } },
    ],
    ["a log that it does not cover", "FILE_MISSING", { more: { logs: {} } }],
  ])("is INVALID that states %s: %s", async (_, code, forged) => {
    const { execution_id = RUN.execution_id } = (forged.predicate ?? {}) as { execution_id?: string };
    const { verdict, reasons } = judge(await forge(forged), execution_id);
    expect([verdict, ...reasons.map((reason) => reason.code)]).toEqual(["INVALID", code]);
  });

  it("is INVALID where something follows the end of the log", async () => {
    const late = (signals: Signal[]) => {
      const { hash, ...last } = signals.at(-1) as Signal;
      const { type, data } = runFact("gantry.external.reported", { step: "first", result: {} });
      const sequence = sequenceText(signals.length + 1);
      return [...signals, sealSignal({ ...last, id: "s_late", type, data, sequence, prevhash: hash })];
    };
    expect(codes(await forge({ log: late }))).toEqual(["INVALID", "OUTCOME_WRONG"]);
  });
});

describe("a log of signals by other rules", () => {
  it("is INCONCLUSIVE where they are newer than the verifier's, and INVALID where they are mixed", async () => {
    const newer = (from: number) => (signals: Signal[]) => {
      let prevhash = "0".repeat(64);
      return signals.map((signal, index) => {
        const { hash: _, ...rest } = signal;
        const semantics = index < from ? SEMANTICS : SEMANTICS + 1;
        const sealed = sealSignal({ ...rest, prevhash, semantics });
        prevhash = sealed.hash;
        return sealed;
      });
    };
    const verdict = judge(await forge({ log: newer(0) }));
    expect(verdict).toMatchObject({ verdict: "INCONCLUSIVE", reasons: [{ code: "VERSION_UNKNOWN" }] });
    expect(judge(await forge({ log: newer(1) }))).toMatchObject({
      verdict: "INVALID",
      reasons: [{ code: "FORMATS_MIXED", detail: expect.stringContaining("several versions of semantics") }],
    });
  });
});
