import type { Manifest } from "#core/factory/manifest/manifest.ts";
import type { Actor, SignalDraft } from "#core/kernel/ledger/signal.ts";

/** The first draft of an app, with its author. */
export interface FirstDraft {
  readonly manifest: Manifest;
  /** The model that wrote it, or the generator. */
  readonly by: string;
  readonly actor: Actor;
  /** Signals of the model call that returned it. */
  readonly calls: readonly SignalDraft[];
  /** Of a generated app with custom pages: the app without them, and which are missing and why. */
  readonly slots?: { readonly generated: Manifest; readonly left_out: string | null };
}
