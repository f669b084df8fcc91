import type { PackFiles } from "#core/evidence/files.ts";
import type { SealedChain, Statement } from "#core/evidence/statement.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/** A log under the seal: its file, what the seal states of it, and which of its signals may be without their data. */
interface SealedLog {
  readonly file: string;
  readonly chain: SealedChain;
  readonly withholdable?: ReadonlySet<string> | undefined;
}

/** What one seal claims: the execution it is of, the logs it covers, and how it follows from these and the records. */
export interface Claims {
  readonly statement: Statement;
  readonly execution: string;
  readonly logs: readonly SealedLog[];
  /** Throws a Refusal where the claims do not follow. `logs` has the signals of each log, by its file. */
  check(logs: ReadonlyMap<string, readonly AnySignal[]>, files: PackFiles): void;
}

/** The evidence of one kind of execution. */
export interface EvidenceKind {
  /** Of the in-toto statement. */
  readonly predicateType: string;
  /** The claims of a statement; undefined when it does not have the form of this kind. */
  read(statement: unknown): Claims | undefined;
}
