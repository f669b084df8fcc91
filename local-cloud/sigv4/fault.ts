/** The faults of a signature. Each protocol has its own codes for them. */
export type FaultKind =
  | "missing"
  | "malformed"
  | "dateless"
  | "skewed"
  | "expired"
  | "not_yet_valid"
  | "uncovered"
  | "other_service"
  | "unknown_key"
  | "unknown_token"
  | "expired_token"
  | "mismatch";

/** The error for an invalid signature, with AWS's message. */
export class SignatureFault extends Error {
  readonly kind: FaultKind;
  constructor(kind: FaultKind, message: string) {
    super(message);
    this.name = "SignatureFault";
    this.kind = kind;
  }
}

export const MISMATCH =
  "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
