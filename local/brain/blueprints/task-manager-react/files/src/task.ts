import { entity } from "./lib/entity.js";
import { checkbox } from "./lib/fields/boolean.js";
import { text } from "./lib/fields/text.js";
/* @feature due_dates */
import { date } from "./lib/fields/date.js";
/* @end */
/* @feature priorities */
import { choice } from "./lib/fields/choice.js";
/* @end */
/* @feature tags */
import { tags } from "./lib/fields/tags.js";
/* @end */

/** A task as it is kept: what is not filled in is null. */
export interface Task {
  readonly id: string;
  readonly title: string | null;
  readonly done: boolean;
  /* @feature due_dates */
  /** "YYYY-MM-DD". */
  readonly due_date: string | null;
  /* @end */
  /* @feature priorities */
  readonly priority: string | null;
  /* @end */
  /* @feature tags */
  readonly tags: readonly string[];
  /* @end */
}

/** The tasks of the app, with the fields that are stored, filled in, exported and imported. */
export const TASK = entity({
  id: "task",
  name: "Task",
  plural: "Tasks",
  icon: undefined,
  display: "title",
  fields: [
    text({ id: "title", name: "Title", required: true }),
    checkbox({ id: "done", name: "Done" }),
    /* @feature due_dates */
    date({ id: "due_date", name: "Due date" }),
    /* @end */
    /* @feature priorities */
    choice({
      id: "priority",
      name: "Priority",
      options: [
        { id: "high", name: "High" },
        { id: "medium", name: "Medium" },
        { id: "low", name: "Low" },
      ],
    }),
    /* @end */
    /* @feature tags */
    tags({ id: "tags", name: "Tags" }),
    /* @end */
  ],
});
