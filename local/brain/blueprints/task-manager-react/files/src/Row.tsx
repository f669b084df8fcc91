import { startTransition, useOptimistic } from "react";
import type { Task } from "./task";
/* @feature due_dates */
import { dueBadges } from "./due";
/* @end */

interface Props {
  readonly task: Task;
  readonly onToggle: () => Promise<void>;
  readonly onEdit: () => void;
  readonly onRemove: () => void;
}

/** A task of the list. */
export function Row({ task, onToggle, onEdit, onRemove }: Props) {
  const title = task.title ?? "Task";
  /** What is shown until the change is kept. */
  const [done, showDone] = useOptimistic(task.done);
  const toggle = () =>
    startTransition(() => {
      showDone(!done);
      return onToggle();
    });
  return (
    <li className={done ? "task done" : "task"}>
      <div className="task-main">
        <input type="checkbox" className="task-check" checked={done} onChange={toggle} aria-label={`Complete: ${title}`} />
        <div>
          <p className="task-title">{title}</p>
          <p className="badges">
            {/* @feature due_dates */}
            {dueBadges(task.due_date, task.done, new Date()).map(({ text, tone }) => (
              <span key={text} className={`badge ${tone}`}>
                {text}
              </span>
            ))}
            {/* @end */}
            {/* @feature priorities */}
            {task.priority && (
              <span className={task.priority === "high" ? "badge warn" : "badge"}>
                {`${task.priority[0]?.toUpperCase()}${task.priority.slice(1)} priority`}
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
      <IconButton label={`Edit: ${title}`} line="M4 20h4L19 9l-4-4L4 16v4zM13.5 6.5l4 4" onClick={onEdit} />
      <IconButton
        tone="danger"
        label={`Delete: ${title}`}
        line="M4 7h16M10 11v6M14 11v6M6 7l1 12a2 2 0 0 0 2 2h6a2 2 0 0 0 2-2l1-12M9 7V4h6v3"
        onClick={onRemove}
      />
    </li>
  );
}

interface IconButtonProps {
  readonly label: string;
  readonly line: string;
  readonly tone?: "danger";
  readonly onClick: () => void;
}

function IconButton({ label, line, tone, onClick }: IconButtonProps) {
  return (
    <button type="button" className={`icon-button ${tone ?? ""}`} aria-label={label} onClick={onClick}>
      <svg className="icon" viewBox="0 0 24 24" aria-hidden="true">
        <path d={line} />
      </svg>
    </button>
  );
}
