import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { FormSteps } from "#core/factory/generate/acceptance/form-steps.ts";
import type { Options } from "#core/factory/generate/print/code.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";
import type { View } from "#core/factory/specification/view.ts";

/** Where a view stands, for its acceptance. */
export interface ViewPlace {
  readonly specification: Specification;
  readonly entity: Entity;
  /** The path that opens the view: `/#/plants`. */
  readonly path: string;
  /** Steps that create and open records, for this view's entity. */
  readonly form: FormSteps;
}

/**
 * How a kind of view is generated. A kind has four files: this module in `views/<kind>.ts`, its runtime in
 * `static/files/public/lib/views/<kind>.js`, the runtime's tests in `static/files/test/lib/views/<kind>.test.js`, and a row
 * in {@link VIEWS}.
 *
 * The runtime exports one function, named `factory`: `(app, options) -> page`. The options are `id`, `name`, `entity` (an
 * entity object), `sort: { field, descending }`, `filter: (record, app) => boolean`, `fields` (identifiers), which the
 * generator prints for every kind that has them, and those of {@link ViewModule.options}. The page is
 * `{ id, name, path, icon, render() -> Node }`; `lib/collection.js` builds it for kinds that show many records.
 */
export interface ViewModule<V extends View = View> {
  readonly kind: V["kind"];
  /** The function that the runtime file exports: `tableView`. */
  readonly factory: string;
  /** The options of the generated call beside those that the generator prints itself. */
  options(view: V, specification: Specification): Options;
  /** What the plan promises of this view, as a sentence in the language of the app; null if nothing can be verified by steps. */
  promise(view: V, specification: Specification): string | null;
  /** The steps that verify the promise in a new browser without records. */
  steps(view: V, place: ViewPlace): AcceptanceStep[];
}
