import type { AcceptanceStep, Target } from "#core/factory/acceptance.ts";
import type { Options, Printable } from "#core/factory/generate/print/code.ts";
import type { Field, FieldType } from "#core/factory/specification/field.ts";
import type { Entity, Specification } from "#core/factory/specification/specification.ts";

/** Where a field stands. */
export interface FieldPlace {
  readonly specification: Specification;
  readonly entity: Entity;
}

/**
 * How a field type is generated. A type has four files: this module in `fields/<type>.ts`, its runtime in
 * `static/files/public/lib/fields/<type>.js`, the runtime's tests in `static/files/test/lib/fields/<type>.test.js` (both
 * with hyphens: `long-text.js`), and a row in {@link FIELDS}. What the runtime imports comes with it, and so do the tests
 * of what comes.
 *
 * The runtime exports one function, named `factory`, that takes the field's options and returns the field:
 * `{ id, name, type, required, unique, empty, initial(app), accepts(value), check(value, app, record), format(value, app),
 * cell(value, app, record), input(value, app, { id, describedBy }), compare(a, b, app), toText(value, app),
 * fromText(text, app) }` as `lib/field.js` describes it. `field(options, methods)` of `lib/field.js` fills in what a type
 * does not set itself.
 */
export interface FieldModule {
  readonly type: FieldType;
  /** The function that the runtime file exports: `longText`. */
  readonly factory: string;
  /** The options of the generated call beside `id`, `name`, `required` and `unique`. */
  options(field: Field, place: FieldPlace): Options;
  /**
   * The `n`-th example (from 0), different for each `n` below 6 as far as the type permits; null for a type that people
   * do not fill in. Used by acceptances, the tests of the app and sample data.
   */
  example(field: Field, n: number, place: FieldPlace): Example | null;
  /** The example with this number as it is stored, for a type whose values are numbers. */
  numbered?(field: Field, value: number, place: FieldPlace): Example;
}

/** An example of a field's value. */
export interface Example {
  /** The stored value. Undefined for one that cannot be printed, such as a picture. */
  readonly value: Printable | undefined;
  /**
   * The steps that enter it into the open form, whose control of this field is `target`; empty if a browser step cannot
   * enter it.
   */
  steps(target: Target): AcceptanceStep[];
  /** A text that pages then show for it, in the app's language; null if none is certain. */
  readonly shown: string | null;
}
