import { openApp } from "./lib/open-app.js";
import { words } from "./lib/words/en.js";
import { TASK, type Task } from "./task";
/* @feature export */
import { exporting } from "./lib/behaviours/export.js";
import { importing } from "./lib/behaviours/import.js";
/* @end */

/* @feature export */
/** Export to files and import from them. */
const FILES: any = [exporting({ formats: ["csv", "json"] }), importing()];

/* @end */
/** What the page does with the app: see `lib/open-app.js`. */
export type TaskApp = Awaited<ReturnType<typeof openTasks>>;

/** Opens the tasks that a browser keeps; without one, they last as long as the page. */
export function openTasks(browser: object = {}) {
  return openApp(
    {
      title: "{{title}}",
      database: "{{project_name}}",
      locale: "en",
      currency: "USD",
      words,
      entities: [TASK],
      /* @feature export */
      behaviours: FILES,
      /* @end */
    },
    browser as typeof globalThis,
  );
}

/** The tasks of the app; the same list until one changes. */
export function tasksOf(app: TaskApp): readonly Task[] {
  return app.records.all(TASK.id);
}

/** Adds a task, or changes the values of the task `before`. Says whether it could be kept. */
export function keepTask(app: TaskApp, values: object, before?: Task): Promise<boolean> {
  return app.attempt(() => app.records.save(TASK.id, { ...before, ...values }, before));
}

/** The values that a form holds, by field; a title that is left out is null. */
export function valuesIn(form: FormData, app: TaskApp): Partial<Task> {
  const filled = TASK.fields.filter(({ id }: { id: string }) => form.has(id));
  return Object.fromEntries(filled.map((field: any) => [field.id, field.fromText(String(form.get(field.id)), app)]));
}
