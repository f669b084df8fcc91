import { storageNotices } from "./lib/notices.js";
import { asidesOf, discardAside } from "./earlier";
import { Nodes } from "./Nodes";
import type { TaskApp } from "./open-tasks";
import { Unreadable } from "./Unreadable";
import { useChanges } from "./use-changes";

/** What people must know about their tasks in this browser, as in `lib/notices.js`. */
export function Notices({ app }: { readonly app: TaskApp }) {
  const changed = useChanges(app);
  return (
    <div className="notices">
      {asidesOf(app).map((aside) => (
        <Unreadable key={aside.name} aside={aside} onDiscard={() => discardAside(aside)} />
      ))}
      <Nodes key={changed} draw={() => storageNotices(app)} />
    </div>
  );
}
