import type { PackFiles } from "#core/evidence/files.ts";
import type { SealedChain, Statement } from "#core/evidence/statement.ts";
import type { AnySignal } from "#core/kernel/ledger/signal-v1.ts";

/** A sealed log: its file, its chain as the seal states it, and the signal types whose data may be withheld. */
interface SealedLog {
  readonly file: string;
  readonly chain: SealedChain;
  readonly withholdable?: ReadonlySet<string> | undefined;
}

/** What a seal claims: its execution, the logs that it covers, and a check of the claims against logs and records. */
export interface Claims {
  readonly statement: Statement;
  readonly execution: string;
  readonly logs: readonly SealedLog[];
  /**
   * Throws Refusal when logs and records do not support the claims. `logs` has the signals of each log by file name.
   */
  check(logs: ReadonlyMap<string, readonly AnySignal[]>, files: PackFiles): void;
}

/** The evidence of one kind of execution. */
export interface EvidenceKind {
  /** The predicate type of the in-toto statement. */
  readonly predicateType: string;
  /** The claims of a statement; undefined when the statement does not match the schema of this kind. */
  read(statement: unknown): Claims | undefined;
}
