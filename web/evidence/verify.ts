import "./no-compiled-schemas.ts";
import type { Verdict } from "#core/evidence/verdict.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";
import { isSigned, type SignatureCheck } from "./check-signature.ts";

export type { Verdict };

interface Pack {
  readonly zip: Uint8Array;
  readonly mission: string;
  /** The trusted key in PEM. Without one, no pack is VALID. */
  readonly key: string | undefined;
}

/**
 * Verifies a pack by the verifier of the command line. It asks for signatures synchronously and a browser answers later:
 * the first run, which believes the signature, tells what to check; a wrong signature makes a second run that does not.
 */
export async function verify({ zip, mission, key }: Pack): Promise<Verdict> {
  const asked: SignatureCheck[] = [];
  const input = { zip, execution: mission, pinned_key: key };
  const believed = verifyPack(EVIDENCE_KINDS, {
    ...input,
    checkSignature: (pem, message, signature) => {
      asked.push({ pem, message, signature });
      return true;
    },
  });
  const signed = (await Promise.all(asked.map(isSigned))).every(Boolean);
  return signed ? believed : verifyPack(EVIDENCE_KINDS, { ...input, checkSignature: () => false });
}
