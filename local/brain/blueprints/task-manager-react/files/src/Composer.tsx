import type { RefObject, SubmitEvent } from "react";
import { keepTask, type TaskApp, valuesIn } from "./open-tasks";
import { TaskFields } from "./TaskFields";

interface Props {
  readonly app: TaskApp;
  readonly title: RefObject<HTMLInputElement | null>;
}

/** The form above the list, in which a task is added. `title` is its first field. */
export function Composer({ app, title }: Props) {
  const add = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const values = valuesIn(new FormData(form), app);
    if (!values.title) return app.announce("A task needs a title.");
    form.reset();
    title.current?.focus();
    if (await keepTask(app, values)) app.announce("Task added.");
    else if (title.current) title.current.value ||= values.title;
  };
  return (
    <form className="card composer" onSubmit={add} autoComplete="off">
      <div className="composer-main">
        <label className="sr-only" htmlFor="title">
          New task
        </label>
        <input ref={title} className="input title-input" id="title" name="title" maxLength={200} placeholder="What needs doing?" required />
        <button className="button" type="submit">
          Add task
        </button>
      </div>
      <TaskFields id="new" />
    </form>
  );
}
