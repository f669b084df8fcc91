import { type SubmitEvent, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { createTaskStore } from "./store";
import { type Action, readTask, type Show, type Task, visible } from "./tasks";
import { Unreadable } from "./Unreadable";
/* @feature due_dates */
import { dueBadges } from "./due";
/* @end */
/* @feature search */
import { matchesQuery } from "./search";
/* @end */
/* @feature export */
import { download, toCsv } from "./export";
/* @end */
/* @feature dark_mode */
import { otherTheme, useTheme } from "./theme";
/* @end */

const SHOWS: readonly { id: Show; title: string }[] = [
  { id: "all", title: "All" },
  { id: "open", title: "Open" },
  { id: "done", title: "Done" },
];

const store = createTaskStore(
  "{{project_name}}.tasks",
  /* @feature persistence */
  browserStorage(),
  window,
  /* @end */
);

/* @feature persistence */
/** The browser's storage, or null where it is forbidden: the tasks then last as long as the page. */
function browserStorage(): Storage | null {
  try {
    return localStorage;
  } catch {
    return null;
  }
}
/* @end */

export function App() {
  const tasks = useSyncExternalStore(store.subscribe, store.get);
  const asides = useSyncExternalStore(store.subscribe, store.asides);
  const [show, setShow] = useState<Show>("all");
  const [said, say] = useState("");
  const title = useRef<HTMLInputElement>(null);
  /* @feature search */
  const [query, setQuery] = useState("");
  /* @end */
  useEffect(() => {
    const open = tasks.filter(({ done }) => !done).length;
    document.title = tasks.length === 0 ? "{{title}}" : `{{title}} (${open})`;
  }, [tasks]);

  const matches = (task: Task): boolean =>
    [
      task.title !== "",
      /* @feature search */
      matchesQuery([task.title], query),
      /* @end */
    ].every(Boolean);
  const shown = visible(tasks, show, matches);
  const open = tasks.filter(({ done }) => !done).length;

  const change = (action: Action, done: string) =>
    say(store.dispatch(action) ? done : `${done} The browser's storage is full: this will not be kept.`);

  const add = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    const task = readTask(Object.fromEntries(new FormData(event.currentTarget)), crypto.randomUUID());
    if (!task) return say("A task needs a title.");
    change({ do: "add", task }, "Task added.");
    event.currentTarget.reset();
    title.current?.focus();
  };

  return (
    <div className="page">
      {asides.map((aside) => (
        <Unreadable key={aside.name} aside={aside} onDiscard={() => store.discard(aside.name)} />
      ))}
      <header className="masthead">
        <div>
          <h1>{"{{title}}"}</h1>
          <p>{progressText(open, tasks.length)}</p>
        </div>
        <div className="masthead-actions">
          {/* @feature export */}
          <button
            type="button"
            className="button quiet small"
            onClick={() => {
              download("{{project_name}}.csv", toCsv(tasks));
              say(`Exported ${tasks.length} ${tasks.length === 1 ? "task" : "tasks"}.`);
            }}
          >
            Export CSV
          </button>
          {/* @end */}
          {/* @feature dark_mode */}
          <ThemeButton />
          {/* @end */}
        </div>
      </header>
      {/* @design */}
      <figure className="design-image">
        <img src="/{{design_src}}" alt="The design this app was made from" />
      </figure>
      {/* @end */}
      <main>
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
          <div className="composer-more">
            {/* @feature due_dates */}
            <div className="field">
              <label htmlFor="due">Due date</label>
              <input className="input" id="due" name="due" type="date" />
            </div>
            {/* @end */}
            {/* @feature priorities */}
            <div className="field">
              <label htmlFor="priority">Priority</label>
              <select className="input" id="priority" name="priority" defaultValue="normal">
                <option value="normal">Normal</option>
                <option value="high">High</option>
                <option value="low">Low</option>
              </select>
            </div>
            {/* @end */}
            {/* @feature tags */}
            <div className="field">
              <label htmlFor="tags">Tags</label>
              <input className="input" id="tags" name="tags" maxLength={120} placeholder="home, errands" />
            </div>
            {/* @end */}
          </div>
        </form>
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
              <Row
                key={task.id}
                task={task}
                onToggle={() => change({ do: "toggle", id: task.id }, task.done ? "Opened again." : "Done.")}
                onRemove={() => {
                  change({ do: "remove", id: task.id }, `Deleted “${task.title}”.`);
                  title.current?.focus();
                }}
              />
            ))}
          </ul>
        ) : (
          <div className="card empty">
            <strong>{tasks.length === 0 ? "A clear desk" : "No task matches"}</strong>
            <span>{tasks.length === 0 ? "Add your first task above." : "Show all tasks, or look for something else."}</span>
          </div>
        )}
        {tasks.length > open && (
          <p className="foot">
            <span>{`${open} open, ${tasks.length - open} done`}</span>
            <button type="button" className="button quiet small" onClick={() => change({ do: "clear" }, "Completed tasks cleared.")}>
              Clear completed
            </button>
          </p>
        )}
      </main>
      <p className="status" role="status">
        {said}
      </p>
    </div>
  );
}

function progressText(open: number, total: number): string {
  if (total === 0) return "Nothing planned yet.";
  if (open === 0) return "Everything is done. Well done!";
  return open === 1 ? "One thing left to do." : `${open} things left to do.`;
}

interface RowProps {
  readonly task: Task;
  readonly onToggle: () => void;
  readonly onRemove: () => void;
}

function Row({ task, onToggle, onRemove }: RowProps) {
  return (
    <li className={task.done ? "task done" : "task"}>
      <div className="task-main">
        <input type="checkbox" className="task-check" checked={task.done} onChange={onToggle} aria-label={`Complete: ${task.title}`} />
        <div>
          <p className="task-title">{task.title}</p>
          <p className="badges">
            {/* @feature due_dates */}
            {dueBadges(task.due, task.done, new Date()).map(({ text, tone }) => (
              <span key={text} className={`badge ${tone}`}>
                {text}
              </span>
            ))}
            {/* @end */}
            {/* @feature priorities */}
            {task.priority !== "normal" && (
              <span className={task.priority === "high" ? "badge warn" : "badge"}>
                {task.priority === "high" ? "High priority" : "Low priority"}
              </span>
            )}
            {/* @end */}
            {/* @feature tags */}
            {task.tags.map((tag) => (
              <span key={tag} className="badge accent">{`#${tag}`}</span>
            ))}
            {/* @end */}
          </p>
        </div>
      </div>
      <button type="button" className="icon-button danger" aria-label={`Delete: ${task.title}`} onClick={onRemove}>
        <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
          <path d="M4 7h16M10 11v6M14 11v6M6 7l1 12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2l1-12M9 7V4h6v3" />
        </svg>
      </button>
    </li>
  );
}
/* @feature dark_mode */

function ThemeButton() {
  const [theme, toggle] = useTheme();
  const label = `Use ${otherTheme(theme)} mode`;
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} onClick={toggle}>
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path
          d={
            theme === "dark"
              ? "M12 16a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM12 2v2M12 20v2M2 12h2M20 12h2M5 5l1.4 1.4M17.6 17.6L19 19M5 19l1.4-1.4M17.6 6.4L19 5"
              : "M20 14.5A8.5 8.5 0 0 1 9.5 4a8.5 8.5 0 1 0 10.5 10.5z"
          }
        />
      </svg>
    </button>
  );
}
/* @end */
