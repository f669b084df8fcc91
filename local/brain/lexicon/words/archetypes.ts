import { rowsOf } from "#local/brain/lexicon/table.ts";

/** What a person means by the name of a product: "a Trello clone" is a board of tasks. */
export interface Archetype {
  /** Names of products, for reading only: an app shows none of them. */
  readonly names: readonly string[];
  /** Key of the noun that its records are. */
  readonly noun: string;
  /** Kinds of views and behaviours that make it this kind of app. */
  readonly parts: readonly string[];
}

export const ARCHETYPES: readonly Archetype[] = rowsOf(
  `
trello, asana, jira, basecamp, wekan, kanbanize | task | board
todoist, microsoft to do, google tasks, wunderlist, ticktick, any.do | task | list due
`,
  3,
).map(([names = "", noun = "", parts = ""]) => ({
  names: names.split(/\s*,\s*/),
  noun,
  parts: parts.split(/\s+/),
}));
