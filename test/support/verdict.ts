import { checkSignature } from "#cli/evidence/check-signature.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import type { MissionPackInput } from "#core/factory/evidence/mission-pack.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { MISSION, sealedPack, type TestKey } from "#test/support/evidence.ts";

/** The verdict on the pack that is sealed with this key, followed by the codes of its reasons. */
export async function verdictOn(key: TestKey, input: MissionPackInput): Promise<string[]> {
  const zip = await sealedPack(key, input);
  const pack = { zip, execution: MISSION, pinned_key: key.pem, checkSignature };
  const { verdict, reasons } = verifyPack(EVIDENCE_KINDS, pack);
  return [verdict, ...reasons.map(({ code }) => code)];
}
