import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { checkSignature } from "#cli/evidence/check-signature.ts";
import { REASONS, type Verdict } from "#core/evidence/verdict.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import type { MissionStatement } from "#core/factory/evidence/mission-statement.ts";
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
const MIXED = packsOf("mixed");

const verdictOf = ({ verdict, reasons }: Verdict) => ({ verdict, reason: reasons[0]?.code ?? null });

describe("a pack of version 1", () => {
  it.each(V1.packs)("has the verdict of the day it was sealed: $pack is $verdict", (expected) => {
    const found = V1.verify(expected);
    expect(verdictOf(found)).toEqual({ verdict: expected.verdict, reason: expected.reason });
    if (found.verdict !== "VALID") return;
    const { phase, outcome, error } = (found.statement as MissionStatement).predicate;
    expect({ phase, outcome, error: error?.code ?? null }).toEqual({
      phase: expected.phase,
      outcome: expected.outcome,
      error: expected.error,
    });
  });

  it.each(V1.packs.filter(({ verdict }) => verdict === "VALID"))(
    "is INCONCLUSIVE without a trusted key: $pack",
    (expected) => {
      expect(V1.verifyUnpinned(expected)).toMatchObject({
        verdict: "INCONCLUSIVE",
        reasons: [{ code: "KEY_NOT_PINNED" }],
      });
    },
  );

  it("is there for every outcome and every stack", () => {
    const kept = new Set(V1.packs.map(({ outcome }) => outcome));
    for (const outcome of ["succeeded", "partial", "failed", "blocked", "timed_out", "cancelled"])
      expect(kept).toContain(outcome);
  });
});

describe("a pack that mixes formats", () => {
  it.each(MIXED.packs)("is never VALID: $pack is $verdict", (expected) => {
    const { verdict, reason } = expected;
    expect(verdictOf(MIXED.verify(expected))).toEqual({ verdict, reason });
  });
});

describe("the kept packs", () => {
  it("are there for every reason", () => {
    const kept = new Set([...V1.packs, ...MIXED.packs].map(({ reason }) => reason));
    const codes = Object.values(REASONS).flat();
    // A trusted key is no part of a pack, and version 1 pinned no policy.
    const elsewhere = ["KEY_NOT_PINNED", "POLICY_WRONG"];
    expect(codes.filter((code) => !elsewhere.includes(code) && !kept.has(code))).toEqual([]);
  });

  it.each([V1, MIXED])("are all listed with their verdicts", ({ packs, files }) => {
    expect(files.toSorted()).toEqual(packs.map(({ pack }) => pack).toSorted());
  });
});
