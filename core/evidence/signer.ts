export interface Signer {
  /** DER-encoded ECDSA P-256 signature over a SHA-256 digest. */
  sign(digest: Uint8Array): Promise<Uint8Array>;
  /** The public key as PEM (SubjectPublicKeyInfo). */
  publicKey(): Promise<string>;
}

export interface WithSigner {
  readonly signer: Signer;
}
