/** Secrets by name; undefined when not set. */
export interface Secrets {
  /** Read once and cached for the life of the process; `fresh` bypasses the cache. */
  get(name: string, options?: { readonly fresh: boolean }): Promise<string | undefined>;
}

export interface WithSecrets {
  readonly secrets: Secrets;
}

/** Stores secrets. Few functions may; the reading ones need not. */
export interface SecretKeeper {
  put(name: string, value: string): Promise<void>;
}

export interface WithSecretKeeper {
  readonly secretKeeper: SecretKeeper;
}
