import { type SubmitEvent, useEffect, useRef } from "react";
import { keepTask, type TaskApp, valuesIn } from "./open-tasks";
import type { Task } from "./task";
import { TaskFields } from "./TaskFields";

interface Props {
  readonly app: TaskApp;
  /** The task as it was when the dialog opened: what another tab changes meanwhile stays, unless it is changed here. */
  readonly task: Task;
  readonly onClose: () => void;
}

export function EditDialog({ app, task, onClose }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  const save = async (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const values = valuesIn(new FormData(event.currentTarget), app);
    if (!values.title) return app.announce("A task needs a title.");
    if (!(await keepTask(app, values, task))) return;
    app.announce(`Saved “${values.title}”.`);
    onClose();
  };
  return (
    <dialog ref={dialog} aria-labelledby="edit-title" onClose={onClose}>
      <h2 id="edit-title">Edit task</h2>
      <form className="stack" onSubmit={save} autoComplete="off">
        <div className="field">
          <label htmlFor="edit-name">Title</label>
          <input className="input" id="edit-name" name="title" maxLength={200} defaultValue={task.title ?? ""} required />
        </div>
        <TaskFields id="edit" task={task} />
        <div className="actions">
          <button type="button" className="button quiet" onClick={onClose}>
            Cancel
          </button>
          <button type="submit" className="button">
            Save
          </button>
        </div>
      </form>
    </dialog>
  );
}
