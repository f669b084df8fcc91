import type { Acceptance } from "#core/factory/acceptance.ts";
import type { Locale } from "#core/factory/specification/specification.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";

/**
 * An optional feature of a blueprint. `synonyms` are phrases that a person may use for it, in any case and
 * number.
 */
export interface BlueprintFeature {
  readonly id: string;
  readonly title: string;
  /** The spoken form, such as "a timer", if the title alone cannot be part of a sentence. */
  readonly spoken?: string;
  readonly synonyms: readonly string[];
  /** Whether it is built by default. */
  readonly default: boolean;
  /** The yes-or-no question that is asked if the person has not mentioned it. */
  readonly ask?: string;
}

/** Whether a feature is in the plan. */
export type Switches = (feature: string) => boolean;

/** A value that the person may state in the request, such as the length of a timer. */
export interface Setting {
  /** Its name in the files of the blueprint: `{{id}}`. */
  readonly id: string;
  /** What the ledger calls it; `settings.<id>` without. */
  readonly part?: string;
  /** The value without a statement. */
  readonly initial: string;
  /** Finds a stated value; `rest` is the message without the words that state it. */
  read(message: string): { readonly value: string; readonly rest: string } | null;
  /** One sentence for the plan about a stated value. */
  spoken(value: string, locale: Locale): string;
}

/** The value of a setting. */
export type Values = (setting: string) => string;

/** What a page says, by the name of its place in the files (`{{say_start}}`), in the order of the languages. */
export type Texts = Readonly<Record<string, Readonly<Record<Locale, string>>>>;

/** A kind of app that can be built offline, in one stack. Its source is in `files/` beside it. */
export interface Blueprint {
  readonly kind: string;
  readonly stack: StackName;
  /** Whether it is composed only if the request names its stack; an app of this kind is generated otherwise. */
  readonly stackNamed?: boolean;
  /** The app's title if the person gives no name. */
  readonly title: string;
  /** The spoken form: "a task manager". */
  readonly spoken: string;
  /** The hue of its palette in degrees, if the person names no color. */
  readonly hue: number;
  /** Nouns that name the kind. */
  readonly synonyms: readonly string[];
  /** Its uses, such as "manage tasks", in a request for an app, a tool or something similar. */
  readonly purposes: readonly string[];
  /** Whether a purpose ("for mortgages") changes what the app must do, so that an unknown one is refused. */
  readonly purposeMatters?: boolean;
  /** Whether a team would expect to use it together, which it cannot. */
  readonly forOne?: boolean;
  /** What every app of this kind does, so that requesting it changes nothing. */
  readonly inherent: readonly string[];
  readonly summary: string;
  /** The introduction of the app. */
  readonly lead?: string;
  /** One sentence that is added to the plan before the person confirms it. */
  readonly note?: string;
  readonly features: readonly BlueprintFeature[];
  readonly settings?: readonly Setting[];
  /** The texts of a blueprint whose page is in the language of the request; others are in English. */
  readonly texts?: Texts;
  /** Whole files that belong to one feature. */
  readonly modules: Readonly<Record<string, string>>;
  /** Folders of source, later ones win; relative to `blueprints/`. */
  readonly folders: readonly string[];
  /** Files of these folders that it has no use for. */
  readonly leaves?: readonly string[];
  /** The folder of the app that holds what its files import of the library of generated apps. */
  readonly library?: string;
  readonly audit_command: string;
  readonly run_command: string;
  /** The promises of the app, with the browser steps that test them. */
  acceptance(has: Switches, title: string, value: Values): Acceptance[];
}
