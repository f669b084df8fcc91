import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import type { RunStatement } from "#core/evidence/run-statement.ts";
import { REASONS, type Verdict } from "#core/evidence/verdict.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import type { MissionStatement } from "#core/factory/evidence/mission-statement.ts";
import { STACK_NAMES } from "#core/factory/stacks/stacks.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";

/** Packs that were sealed earlier. What they were worth then, they are worth for ever. */

interface Expected {
  readonly pack: string;
  /** The mission that the pack is shown for. */
  readonly mission: string;
  readonly verdict: "VALID" | "INVALID" | "INCONCLUSIVE";
  readonly reason: string | null;
  readonly phase?: string;
  readonly outcome?: string;
  readonly error?: string | null;
}

/** The packs of a folder, and their verdicts under its key. */
function packsOf(name: string) {
  const folder = join(import.meta.dirname, "../../cases/packs", name);
  const key = readFileSync(join(folder, "key.pem"), "utf8");
  const packs: Expected[] = JSON.parse(readFileSync(join(folder, "expected.json"), "utf8"));
  const verify = ({ pack, mission }: Expected, pinned_key: string | undefined) =>
    verifyPack(EVIDENCE_KINDS, {
      zip: new Uint8Array(readFileSync(join(folder, pack))),
      execution: mission,
      pinned_key,
      checkSignature,
    });
  return {
    packs,
    verify: (expected: Expected) => verify(expected, key),
    verifyUnpinned: (expected: Expected) => verify(expected, undefined),
    files: readdirSync(folder).filter((file) => file.endsWith(".zip")),
  };
}

const V1 = packsOf("v1");
const V2 = packsOf("v2");
const MIXED = packsOf("mixed");
const RUNS = packsOf("runs");

type Packs = typeof V1;

const verdictOf = ({ verdict, reasons }: Verdict) => ({ verdict, reason: reasons[0]?.code ?? null });

describe.each<[string, Packs, readonly string[]]>([
  ["1", V1, ["succeeded", "partial", "failed", "blocked", "timed_out", "cancelled"]],
  ["2", V2, ["succeeded", "partial", "failed", "blocked", "timed_out", "cancelled", "rejected"]],
])("a pack with signals of format %s", (_, { packs, verify, verifyUnpinned }, outcomes) => {
  it.each(packs)("has the verdict of the day it was sealed: $pack is $verdict", (expected) => {
    const found = verify(expected);
    expect(verdictOf(found)).toEqual({ verdict: expected.verdict, reason: expected.reason });
    if (found.verdict !== "VALID") return;
    const { phase, outcome, error } = (found.statement as MissionStatement).predicate;
    expect({ phase, outcome, error: error?.code ?? null }).toEqual({
      phase: expected.phase,
      outcome: expected.outcome,
      error: expected.error,
    });
  });

  it.each(packs.filter(({ verdict }) => verdict === "VALID"))(
    "is INCONCLUSIVE without a trusted key: $pack",
    (expected) => {
      expect(verifyUnpinned(expected)).toMatchObject({
        verdict: "INCONCLUSIVE",
        reasons: [{ code: "KEY_NOT_PINNED" }],
      });
    },
  );

  it("exists for every outcome and every stack", () => {
    const valid = packs.filter(({ verdict }) => verdict === "VALID");
    expect([...new Set(valid.map(({ outcome }) => outcome))].sort()).toEqual(outcomes.toSorted());
    for (const stack of STACK_NAMES) expect(valid.map(({ pack }) => pack)).toContain(`deployed-${stack}.zip`);
  });
});

describe("a pack that mixes formats", () => {
  it.each(MIXED.packs)("is never VALID: $pack is $verdict", (expected) => {
    const { verdict, reason } = expected;
    expect(verdictOf(MIXED.verify(expected))).toEqual({ verdict, reason });
  });
});

describe("a pack of a run that is no mission", () => {
  it.each(RUNS.packs)("has the verdict of the day it was sealed: $pack is $verdict", (expected) => {
    const found = RUNS.verify(expected);
    expect(verdictOf(found)).toEqual({ verdict: expected.verdict, reason: expected.reason });
    if (found.verdict !== "VALID") return;
    const { outcome, error } = (found.statement as RunStatement).predicate;
    expect({ outcome, error: error?.code ?? null }).toEqual({
      outcome: expected.outcome,
      error: expected.error,
    });
  });

  it.each(RUNS.packs.filter(({ verdict }) => verdict === "VALID"))(
    "is INCONCLUSIVE without a trusted key: $pack",
    (expected) => {
      expect(verdictOf(RUNS.verifyUnpinned(expected))).toEqual({
        verdict: "INCONCLUSIVE",
        reason: "KEY_NOT_PINNED",
      });
    },
  );
});

describe("the stored packs", () => {
  it("cover every reason of a verdict", () => {
    const kept = new Set([...V1.packs, ...V2.packs, ...MIXED.packs].map(({ reason }) => reason));
    const codes = Object.values(REASONS).flat();
    expect(codes.filter((code) => code !== "KEY_NOT_PINNED" && !kept.has(code))).toEqual([]);
  });

  it.each([V1, V2, MIXED, RUNS])("are all listed with their verdicts", ({ packs, files }) => {
    expect(files.toSorted()).toEqual(packs.map(({ pack }) => pack).toSorted());
  });
});
