import type { AcceptanceStep, Target } from "#core/factory/acceptance.ts";
import type { Field } from "#core/factory/specification/field.ts";

/** A value to enter: the steps for it and the text by which pages then show it (null if none is certain). */
export interface Entry {
  readonly steps: readonly AcceptanceStep[];
  readonly shown: string | null;
}

/** Steps that work with records of one entity, for acceptances of views and behaviours. */
export interface FormSteps {
  /**
   * Opens the app and creates what the records refer to. The first step of an acceptance; afterwards the view that lists
   * the records is open (of an entity that belongs to another: the page of the record to which the new ones will belong).
   */
  start(): AcceptanceStep[];
  /** Opens the view that lists the records. */
  list(): AcceptanceStep[];
  /**
   * Creates the `n`-th example record (from 0) from the page that {@link start} opened, or from any view of the entity:
   * opens the form, fills in the required fields, the field that names the record, and those in `also`, saves.
   * `entries` replaces the example of a field, by its identifier.
   */
  create(
    n: number,
    options?: { readonly also?: readonly string[]; readonly entries?: ReadonlyMap<string, Entry> },
  ): AcceptanceStep[];
  /** The name of the `n`-th example record, as pages show it. */
  named(n: number): string;
  /** Opens the page of the `n`-th example record from a page that lists it. */
  open(n: number): AcceptanceStep[];
  /** The `n`-th example of a field; null if a browser step cannot fill it in. */
  example(field: string, n: number): Entry | null;
  /** The control of a field in the open form. */
  control(field: Pick<Field, "id">): Target;
  /** Saves the open form and waits until it is closed and the page shows a record, or is that of a record, with this name. */
  save(shown: string): AcceptanceStep[];
}
