import type { Task } from "./task";

/** The fields of a task beside its title; `id` tells those of one form from those of another. */
export function TaskFields({ id, task }: { readonly id: string; readonly task?: Task }) {
  return (
    <div className="task-fields">
      {/* @feature due_dates */}
      <div className="field">
        <label htmlFor={`${id}-due`}>Due date</label>
        <input className="input" id={`${id}-due`} name="due_date" type="date" max="9999-12-31" defaultValue={task?.due_date ?? ""} />
      </div>
      {/* @end */}
      {/* @feature priorities */}
      <div className="field">
        <label htmlFor={`${id}-priority`}>Priority</label>
        <select className="input" id={`${id}-priority`} name="priority" defaultValue={task?.priority ?? ""}>
          <option value="">Normal</option>
          <option value="high">High</option>
          <option value="medium">Medium</option>
          <option value="low">Low</option>
        </select>
      </div>
      {/* @end */}
      {/* @feature tags */}
      <div className="field">
        <label htmlFor={`${id}-tags`}>Tags</label>
        <input className="input" id={`${id}-tags`} name="tags" maxLength={200} placeholder="home, errands" defaultValue={task?.tags.join(", ")} />
      </div>
      {/* @end */}
    </div>
  );
}
