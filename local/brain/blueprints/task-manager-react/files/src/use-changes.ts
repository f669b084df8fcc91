import { useEffect, useReducer } from "react";
import type { TaskApp } from "./open-tasks";

/** Draws a component again after each change of the tasks, in this tab or another. Returns how many there were. */
export function useChanges(app: TaskApp): number {
  const [changes, count] = useReducer((before: number) => before + 1, 0);
  useEffect(() => {
    const end = app.records.subscribe(count);
    return () => void end();
  }, [app]);
  return changes;
}
