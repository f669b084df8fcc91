import type { Acceptance } from "#core/factory/acceptance.ts";
import type { StackName } from "#core/factory/stacks/stacks.ts";

/** A switch of a blueprint. `synonyms` are phrases a person may use for it, in any case and number. */
export interface BlueprintFeature {
  readonly id: string;
  readonly title: string;
  /** As it is said aloud, "a timer", where the title alone is no part of a sentence. */
  readonly spoken?: string;
  readonly synonyms: readonly string[];
  /** Whether it is built when nobody says anything about it. */
  readonly default: boolean;
  /** Asked when the person has not mentioned it; answered with yes or no. */
  readonly ask?: string;
}

/** Whether a feature is in the plan. */
export type Switches = (feature: string) => boolean;

/** A kind of app that can be built offline, in one stack. Its source lies in `files/` beside it. */
export interface Blueprint {
  readonly kind: string;
  readonly stack: StackName;
  /** The app's title when the person gives no name. */
  readonly title: string;
  /** As it is said aloud: "a task manager". */
  readonly spoken: string;
  /** Nouns that name the kind. */
  readonly synonyms: readonly string[];
  /** What one does with it: "manage tasks", said of an app, a tool, something. */
  readonly purposes: readonly string[];
  /** What every app of this kind does anyway, so asking for it changes nothing. */
  readonly inherent: readonly string[];
  readonly summary: string;
  /** For apps about something: summary and lead with it. `subject` is as the page would say it, "a bakery". */
  readonly about?: (subject: string) => { readonly summary: string; readonly lead: string };
  /** What the first lines of the app say when nothing is known of its subject. */
  readonly lead?: string;
  /** One sentence that the person should hear before they confirm. */
  readonly note?: string;
  readonly features: readonly BlueprintFeature[];
  /** Whole files that belong to one feature. */
  readonly modules: Readonly<Record<string, string>>;
  /** Folders of source, later ones win; relative to `blueprints/`. */
  readonly folders: readonly string[];
  readonly audit_command: string;
  readonly run_command: string;
  /** What is promised, and the browser steps that show it. */
  acceptance(has: Switches, title: string): Acceptance[];
}
