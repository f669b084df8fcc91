import type { Behaviour } from "#core/factory/specification/behaviour.ts";

/** A part that is added, removed, renamed or adjusted. */
export type PartKind = "field" | "view" | "behaviour" | "page" | "section" | "feature" | "promise";
/** A property of which one value is replaced by another. */
export type Property =
  | "theme"
  | "accent"
  | "background"
  | "density"
  | "scheme"
  | "locale"
  | "currency"
  | "trade"
  | "phone"
  | "email"
  | "address"
  | "place";

/** The sentences about a change in one language. */
export interface EditWords {
  /** Each with its article, as the object of a sentence. */
  readonly parts: Readonly<Record<PartKind, string>>;
  readonly properties: Readonly<Record<Property, string>>;
  readonly behaviours: Readonly<Record<Behaviour["kind"], string>>;
  /** Names of values; others are shown as they are. */
  readonly values: ReadonlyMap<string, string>;
  /** A value that is not set. */
  readonly unset: string;
  readonly names: (name: string) => string;
  readonly adds: (what: string) => string;
  readonly removes: (what: string) => string;
  /** As `removes`, of what keeps the data that people have entered. */
  readonly hides: (what: string) => string;
  readonly renames: (what: string, to: string) => string;
  readonly adjusts: (what: string) => string;
  readonly changes: (what: string, from: string, to: string) => string;
  /** The change of an app that a model wrote, in the words of its person. */
  readonly asked: (words: string) => string;
  /** What people have committed to a branch: the names of files, and how many more there are. */
  readonly takesIn: (branch: string, files: string, more: number) => string;
  readonly retyped: (field: string, from: string, to: string) => string;
  readonly otherApp: (title: string) => string;
  readonly otherKind: (title: string) => string;
  readonly nothing: (title: string) => string;
  /** What a change can be about. */
  readonly changeable: Readonly<Record<"app" | "site" | "custom", string>>;
}
