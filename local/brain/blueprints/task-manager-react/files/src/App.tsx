import { useEffect, useRef, useState } from "react";
import { removeRecords } from "./lib/removal.js";
import "./lib/toast.css";
import { Composer } from "./Composer";
import { EditDialog } from "./EditDialog";
import { Nodes } from "./Nodes";
import { keepTask, type TaskApp, tasksOf } from "./open-tasks";
import { Row } from "./Row";
import { TASK, type Task } from "./task";
import { useChanges } from "./use-changes";
import { type Show, visible } from "./visible";
/* @feature search */
import { matchesQuery } from "./search";
/* @end */
/* @feature persistence */
import { Notices } from "./Notices";
/* @end */
/* @feature export */
import { collect } from "./lib/behaviours.js";
import "./lib/behaviours/import.css";
/* @end */
/* @feature dark_mode */
import { themeButton } from "./lib/theme.js";
/* @end */

const SHOWS: readonly { id: Show; title: string }[] = [
  { id: "all", title: "All" },
  { id: "open", title: "Open" },
  { id: "done", title: "Done" },
];

export function App({ app }: { readonly app: TaskApp }) {
  useChanges(app);
  const tasks = tasksOf(app);
  const [show, setShow] = useState<Show>("all");
  const [editing, setEditing] = useState<Task | null>(null);
  const title = useRef<HTMLInputElement>(null);
  /* @feature search */
  const [query, setQuery] = useState("");
  /* @end */
  const done = tasks.filter((task) => task.done);
  const open = tasks.length - done.length;
  useEffect(() => {
    document.title = tasks.length === 0 ? app.title : `${app.title} (${open})`;
  }, [app, tasks.length, open]);

  const matches = (task: Task): boolean =>
    [
      task.id !== "",
      /* @feature search */
      matchesQuery([task.title ?? ""], query),
      /* @end */
    ].every(Boolean);
  const shown = visible(tasks, show, matches);

  const toggle = async (task: Task) => {
    if (await keepTask(app, { done: !task.done }, task)) app.announce(task.done ? "Opened again." : "Done.");
  };
  /** Deletes tasks at once; a message offers to undo it. */
  const remove = async (removed: readonly Task[]) => {
    await removeRecords(app, TASK, removed.map(({ id }) => id));
    title.current?.focus();
  };

  return (
    <main className="page">
      {/* @feature persistence */}
      <Notices app={app} />
      {/* @end */}
      <header className="masthead">
        <div>
          <h1 tabIndex={-1}>{app.title}</h1>
          <p>{progressText(open, tasks.length)}</p>
        </div>
        <Actions app={app} />
      </header>
      {/* @design */}
      <figure className="design-image">
        <img src="/{{design_src}}" alt="The design this app was made from" />
      </figure>
      {/* @end */}
      <Composer app={app} title={title} />
      <div className="toolbar">
        <div className="segments" role="group" aria-label="Which tasks to show">
          {SHOWS.map(({ id, title }) => (
            <button key={id} type="button" aria-pressed={show === id} onClick={() => setShow(id)}>
              {title}
            </button>
          ))}
        </div>
        {/* @feature search */}
        <div className="search">
          <label className="sr-only" htmlFor="query">
            Search tasks
          </label>
          <input className="input" id="query" type="search" placeholder="Search" value={query} onChange={(event) => setQuery(event.target.value)} />
        </div>
        {/* @end */}
      </div>
      {shown.length > 0 ? (
        <ul className="card tasks">
          {shown.map((task) => (
            <Row key={task.id} task={task} onToggle={() => toggle(task)} onEdit={() => setEditing(task)} onRemove={() => remove([task])} />
          ))}
        </ul>
      ) : (
        <div className="card empty">
          <strong>{tasks.length === 0 ? "A clear desk" : "No task matches"}</strong>
          <span>{tasks.length === 0 ? "Add your first task above." : "Show all tasks, or look for something else."}</span>
        </div>
      )}
      {done.length > 0 && (
        <p className="foot">
          <span>{`${open} open, ${done.length} done`}</span>
          <button type="button" className="button quiet small" onClick={() => remove(done)}>
            Clear completed
          </button>
        </p>
      )}
      {editing && <EditDialog key={editing.id} app={app} task={editing} onClose={() => setEditing(null)} />}
      <Nodes draw={() => [app.toast]} />
    </main>
  );
}

function progressText(open: number, total: number): string {
  if (total === 0) return "Nothing planned yet.";
  if (open === 0) return "Everything is done. Well done!";
  return open === 1 ? "One thing left to do." : `${open} things left to do.`;
}

/** What concerns the whole app: its files and its look. */
function Actions({ app }: { readonly app: TaskApp }) {
  /* @feature export */
  const actions: readonly { id: string; label: string; run: () => void }[] = collect(app, undefined, "menu", app);
  /* @end */
  return (
    <div className="masthead-actions">
      {/* @feature export */}
      {actions.map(({ id, label, run }) => (
        <button key={id} type="button" className="button quiet small" onClick={run}>
          {label}
        </button>
      ))}
      {/* @end */}
      {/* @feature dark_mode */}
      <Nodes draw={() => [themeButton(app)]} />
      {/* @end */}
    </div>
  );
}
