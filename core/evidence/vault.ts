/** The Object-Lock bucket: what is written once is never replaced before its time. */
export interface EvidenceVault {
  /** Writes under a lock and reads back by version. The same bytes again give the version that is there already. */
  seal(key: string, bytes: Uint8Array, contentType: string): Promise<{ version_id: string; sha256: string }>;
  /** Undefined when nothing is there; throws TooLarge over `maxBytes`, before any is read. */
  read(key: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** An address that gives what is there to every client that has it: as a download of that name and type. */
  presignGet(
    key: string,
    seconds: number,
    as: { readonly filename: string; readonly contentType: string },
  ): Promise<string>;
}

export interface WithVault {
  readonly vault: EvidenceVault;
}
