/** Secrets by name; undefined when not set. */
export interface Secrets {
  /** Read once and then kept as long as the process lives; `fresh` reads it again. */
  get(name: string, options?: { readonly fresh: boolean }): Promise<string | undefined>;
}

export interface WithSecrets {
  readonly secrets: Secrets;
}
