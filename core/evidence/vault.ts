/** The bucket with Object Lock: an object cannot be replaced or deleted before its retention ends. */
export interface EvidenceVault {
  /** Writes under a lock and reads back by version. For the same bytes it returns the version that already exists. */
  seal(key: string, bytes: Uint8Array, contentType: string): Promise<{ version_id: string; sha256: string }>;
  /** Undefined when there is no object. Throws TooLarge above `maxBytes`, before reading any bytes. */
  read(key: string, maxBytes: number): Promise<Uint8Array | undefined>;
  /** A URL, valid for `seconds`, with which any client can download the object under that name and type. */
  presignGet(
    key: string,
    seconds: number,
    as: { readonly filename: string; readonly contentType: string },
  ): Promise<string>;
}

export interface WithVault {
  readonly vault: EvidenceVault;
}
