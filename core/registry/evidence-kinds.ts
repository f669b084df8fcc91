import type { EvidenceKind } from "#core/evidence/kind.ts";
import { RUN_EVIDENCE } from "#core/evidence/run-evidence.ts";
import { MISSION_EVIDENCE } from "#core/factory/evidence/mission-evidence.ts";

/** The kinds of evidence that the verifier supports. */
export const EVIDENCE_KINDS: readonly EvidenceKind[] = [MISSION_EVIDENCE, RUN_EVIDENCE];
