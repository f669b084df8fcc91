import { type Action, formatTasks, parseTasks, reduce, type Task } from "./tasks";

/** What a web storage can do for the tasks. */
export type Keeps = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A stored text that could not be read, under the key where it was put aside. */
export interface Aside {
  readonly name: string;
  readonly text: string;
}

const NONE: readonly Task[] = [];

/**
 * The tasks, kept in a storage when there is one and shared with the app's other tabs. Each action is done on what is
 * stored at that moment, so two tabs never write over each other's tasks. A text that cannot be read is put aside
 * before anything is written over it.
 */
export function createTaskStore(key: string, storage: Keeps | null = null, events: EventTarget | null = null) {
  const listeners = new Set<() => void>();
  const names = Array.from({ length: 9 }, (_, index) => `${key}.unreadable-${index + 1}`);
  let mayWrite = true;
  let text = stored(key);
  let tasks = text === null ? NONE : read(text);
  let asides: readonly Aside[] = findAsides();

  events?.addEventListener("storage", (event) => {
    const { key: changed } = event as StorageEvent;
    if (changed !== key && changed !== null) return;
    refresh();
    tell();
  });

  function stored(name: string): string | null {
    try {
      return storage?.getItem(name) ?? null;
    } catch {
      return null;
    }
  }

  function read(found: string): readonly Task[] {
    const { tasks, whole } = parseTasks(found);
    if (!whole) putAside(found);
    return tasks;
  }

  function putAside(found: string): void {
    const name = names.find((each) => stored(each) === found) ?? names.find((each) => stored(each) === null);
    // Without a copy, what is stored stays as it is, and the app goes on in memory.
    mayWrite = name !== undefined && write(name, found);
  }

  function findAsides(): readonly Aside[] {
    return names.flatMap((name) => {
      const text = stored(name);
      return text === null ? [] : [{ name, text }];
    });
  }

  function write(name: string, value: string): boolean {
    try {
      storage?.setItem(name, value);
      return true;
    } catch {
      return false; // Full or forbidden storage.
    }
  }

  /** Takes over what another tab has stored. */
  function refresh(): void {
    const found = stored(key);
    if (found === text) return;
    text = found;
    tasks = found === null ? NONE : read(found);
    asides = findAsides();
  }

  function tell(): void {
    for (const listener of listeners) listener();
  }

  return {
    get: () => tasks,
    asides: () => asides,
    /** Does an action and says whether its result could be kept. */
    dispatch(action: Action): boolean {
      refresh();
      tasks = reduce(tasks, action);
      const next = formatTasks(tasks);
      const kept = mayWrite && write(key, next);
      if (kept && storage) text = next;
      tell();
      return kept;
    },
    discard(name: string): void {
      storage?.removeItem(name);
      asides = findAsides();
      tell();
    },
    subscribe(listener: () => void): () => void {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
