import { useSyncExternalStore } from "react";
import { Notice } from "../ui/notice.tsx";
import { useWords } from "../words/words.ts";

function subscribe(listener: () => void): () => void {
  addEventListener("online", listener);
  addEventListener("offline", listener);
  return () => {
    removeEventListener("online", listener);
    removeEventListener("offline", listener);
  };
}

/** Says that there is no network, and that nothing is lost. */
export function Offline() {
  const { shell } = useWords();
  const online = useSyncExternalStore(subscribe, () => navigator.onLine);
  if (online) return null;
  return (
    <div className="px-4 pt-4 sm:px-6" role="status">
      <Notice kind="warning">{shell.offline}</Notice>
    </div>
  );
}
