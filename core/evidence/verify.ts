import { requireGates } from "#core/evidence/check-gates.ts";
import { countWithheld, disclose, readDisclosures } from "#core/evidence/disclosures.ts";
import { DISCLOSURES_FILE, KEY_FILE, type PackFiles, SEAL_FILE } from "#core/evidence/files.ts";
import type { Claims, EvidenceKind } from "#core/evidence/kind.ts";
import { readChain } from "#core/evidence/read-chain.ts";
import { readFiles, requireSealedFiles } from "#core/evidence/read-files.ts";
import { readSeal, type Trust } from "#core/evidence/read-seal.ts";
import type { Statement } from "#core/evidence/statement.ts";
import { Refusal, type Verdict, verdictOf } from "#core/evidence/verdict.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

export interface VerifyInput extends Trust {
  readonly zip: Uint8Array;
  /** The id of the execution whose evidence the pack should be. */
  readonly execution: string;
}

/** Verifies that a pack is what was sealed for this execution. Needs no network or services. Does not throw Refusal. */
export function verifyPack(kinds: readonly EvidenceKind[], input: VerifyInput): Verdict {
  let statement: Statement | null = null;
  try {
    const files = readFiles(input.zip);
    const claims = readSeal(files, input, kinds);
    statement = claims.statement;
    requireExecution(claims, input.execution);
    requireSealedFiles(claims, files);
    const logs = readLogs(claims, files);
    for (const [name, log] of logs) requireGates(name, log);
    claims.check(logs, files);
    const withheld = countWithheld([...logs.values()].flat());
    const ignored = unsealed(statement, files);
    if (input.pinned_key) return { verdict: "VALID", reasons: [], statement, ignored, withheld };
    const detail = "The pack is consistent, but no trusted key was given, so its authenticity is not proven.";
    const reasons = [{ code: "KEY_NOT_PINNED", detail }] as const;
    return { verdict: "INCONCLUSIVE", reasons, statement, ignored, withheld };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, message } = error;
    const reasons = [{ code, detail: message }];
    return { verdict: verdictOf(code), reasons, statement, ignored: [], withheld: 0 };
  }
}

function requireExecution({ execution }: Claims, expected: string): void {
  if (execution !== expected)
    throw new Refusal("OTHER_MISSION", `The seal is for ${execution}, not for ${expected}.`);
}

/** The signals of each log by file name, with their disclosed data. */
function readLogs({ statement, logs }: Claims, files: PackFiles): ReadonlyMap<string, readonly AnySignal[]> {
  const disclosures = readDisclosures(files);
  const format = statement.predicate.signal_format;
  const read = new Map<string, readonly AnySignal[]>();
  for (const { file, chain, withholdable } of logs) {
    const signals = readChain(file, files.get(file) as Uint8Array, chain, format);
    read.set(file, disclose(file, signals, disclosures, withholdable));
  }
  if (disclosures.size > 0)
    throw new Refusal("RECORD_WRONG", `${DISCLOSURES_FILE} has data for signals that are not in the logs.`);
  return read;
}

function unsealed({ subject }: Statement, files: PackFiles): string[] {
  const sealed = new Set([...subject.map(({ name }) => name), SEAL_FILE, KEY_FILE, DISCLOSURES_FILE]);
  return [...files.keys()].filter((name) => !sealed.has(name));
}
