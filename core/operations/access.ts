/** Services in which a mission leaves something: code and a pull request, and the app itself. */
const OUTSIDE = ["github", "vercel"] as const;
export type OutsideName = (typeof OUTSIDE)[number];

/** `local`: the one of this machine; `set`: a credential is stored; `missing`: none is. */
export type AccessState = "local" | "set" | "missing";

export interface WithAccess {
  /** How this installation reaches each of them. Reads no credential. */
  readonly access: () => Promise<Readonly<Record<OutsideName, AccessState>>>;
}
