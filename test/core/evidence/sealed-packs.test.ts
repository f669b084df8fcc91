import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "@jest/globals";
import { checkSignature } from "#cli/check-signature.ts";
import { REASONS } from "#core/evidence/verdict.ts";
import { verifyPack } from "#core/evidence/verify.ts";

/** Packs that earlier versions sealed. What they were worth then, they are worth for ever. */

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

const FOLDER = join(import.meta.dirname, "../../cases/packs/v1");
const KEY = readFileSync(join(FOLDER, "key.pem"), "utf8");
const PACKS: Expected[] = JSON.parse(readFileSync(join(FOLDER, "expected.json"), "utf8"));

const verify = ({ pack, mission }: Expected, pinned_key: string | undefined = KEY) =>
  verifyPack({ zip: new Uint8Array(readFileSync(join(FOLDER, pack))), mission, pinned_key, checkSignature });

describe("a pack of version 1", () => {
  it.each(PACKS)("has the verdict of the day it was sealed: $pack is $verdict", (expected) => {
    const { verdict, reasons, statement } = verify(expected);
    expect({ verdict, reason: reasons[0]?.code ?? null }).toEqual({
      verdict: expected.verdict,
      reason: expected.reason,
    });
    if (verdict !== "VALID") return;
    const { phase, outcome, error } = statement?.predicate ?? {};
    expect({ phase, outcome, error: error?.code ?? null }).toEqual({
      phase: expected.phase,
      outcome: expected.outcome,
      error: expected.error,
    });
  });

  it.each(PACKS.filter(({ verdict }) => verdict === "VALID"))(
    "is INCONCLUSIVE without a trusted key: $pack",
    (expected) => {
      const zip = new Uint8Array(readFileSync(join(FOLDER, expected.pack)));
      const verdict = verifyPack({ zip, mission: expected.mission, pinned_key: undefined, checkSignature });
      expect(verdict).toMatchObject({ verdict: "INCONCLUSIVE", reasons: [{ code: "KEY_NOT_PINNED" }] });
    },
  );

  it("is there for every outcome, every stack and every reason", () => {
    const kept = new Set(PACKS.flatMap(({ outcome, reason }) => [outcome, reason]));
    const outcomes = ["succeeded", "partial", "failed", "blocked", "timed_out", "cancelled"];
    const codes = Object.values(REASONS).flat();
    expect([...outcomes, ...codes].filter((name) => name !== "KEY_NOT_PINNED" && !kept.has(name))).toEqual(
      [],
    );
    expect(
      readdirSync(FOLDER)
        .filter((name) => name.endsWith(".zip"))
        .toSorted(),
    ).toEqual(PACKS.map(({ pack }) => pack).toSorted());
  });
});
