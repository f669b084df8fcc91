import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { FormSteps } from "#core/factory/generate/acceptance/form-steps.ts";
import type { Options } from "#core/factory/generate/print/code.ts";
import type { Behaviour } from "#core/factory/specification/behaviour.ts";
import type { Specification } from "#core/factory/specification/specification.ts";

/** Where a behaviour stands, for its acceptance. */
export interface BehaviourPlace {
  readonly specification: Specification;
  /** Steps that create and open records of an entity; without one, of the first entity. */
  form(entity?: string): FormSteps;
}

/**
 * How a kind of behaviour is generated. A kind has four files: this module in `behaviours/<kind>.ts`, its runtime in
 * `static/files/public/lib/behaviours/<kind>.js`, the runtime's tests in `static/files/test/lib/behaviours/<kind>.test.js`
 * (with hyphens: `check-in.js`), and a row in {@link BEHAVIOURS}.
 *
 * The runtime exports one function, named `factory`, that takes the options and returns the behaviour: an object with
 * `kind`, `entity` (identifier, absent for the whole app) and any of the hooks that `lib/behaviours.js` describes.
 */
export interface BehaviourModule<B extends Behaviour = Behaviour> {
  readonly kind: B["kind"];
  /** The function that the runtime file exports: `checkIn`. */
  readonly factory: string;
  /** The options of the generated call beside `entity`. */
  options(behaviour: B, specification: Specification): Options;
  /** The title of the plan's feature, in the language of the app: `Search plants`. */
  title(behaviour: B, specification: Specification): string;
  /** What the plan promises of it, as a sentence in the language of the app; null if nothing can be verified by steps. */
  promise(behaviour: B, specification: Specification): string | null;
  /** The steps that verify the promise in a new browser without records. */
  steps(behaviour: B, place: BehaviourPlace): AcceptanceStep[];
  /** Files that the app needs beside those that its modules import, such as a service worker. Paths below static/files. */
  readonly files?: readonly string[];
}
