import { storageNotices } from "./lib/notices.js";
import { asidesIn } from "./earlier";
import { Nodes } from "./Nodes";
import type { TaskApp } from "./open-tasks";
import { browserStorage } from "./storage";
import { Unreadable } from "./Unreadable";
import { useChanges } from "./use-changes";

/** What people must know about their tasks in this browser, as in `lib/notices.js`. */
export function Notices({ app }: { readonly app: TaskApp }) {
  const changed = useChanges(app);
  const storage = browserStorage();
  return (
    <div className="notices">
      {asidesIn(app, storage).map((aside) => (
        <Unreadable key={aside.name} aside={aside} onDiscard={() => storage.removeItem(aside.name)} />
      ))}
      <Nodes key={changed} draw={() => storageNotices(app)} />
    </div>
  );
}
