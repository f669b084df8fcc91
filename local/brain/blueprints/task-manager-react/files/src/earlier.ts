import { TASK } from "./task";
import type { TaskApp } from "./open-tasks";

/** What a web storage can do for the tasks. */
export type Keeps = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A text of an earlier version of the app that could not be read, under the key where it lies. */
export interface Aside {
  readonly name: string;
  readonly text: string;
}

/** The texts in which earlier versions of the app kept all tasks, and put aside what they could not read. */
export function earlierTexts(app: TaskApp) {
  const key = `${app.database}.tasks`;
  return { key, asides: Array.from({ length: 9 }, (_, index) => `${key}.unreadable-${index + 1}`) };
}

/**
 * Takes over the tasks of an earlier version of the app, which kept them as one text. The text is removed once they are
 * kept as records; what cannot be read of it is put aside first.
 */
export async function takeEarlier(app: TaskApp, storage: Keeps): Promise<void> {
  const { key, asides } = earlierTexts(app);
  const text = storage.getItem(key);
  if (text === null) return;
  const { tasks, whole } = readEarlier(text);
  if (!whole) {
    const holds = (content: string | null) => asides.find((name) => storage.getItem(name) === content);
    const free = holds(text) ?? holds(null);
    if (free === undefined) return;
    storage.setItem(free, text);
  }
  const missing = tasks.filter(({ id }) => !app.records.get(TASK.id, id));
  await app.records.saveAll(missing.map((record) => ({ entityId: TASK.id, record })));
  if (app.records.kept) storage.removeItem(key);
}

/** The texts that are still there, because they could not be read. */
export function asidesIn(app: TaskApp, storage: Keeps): readonly Aside[] {
  const { key, asides } = earlierTexts(app);
  return (app.records.kept ? [key, ...asides] : asides).flatMap((name) => {
    const text = storage.getItem(name);
    return text === null ? [] : [{ name, text }];
  });
}

type Earlier = Readonly<Record<string, unknown>>;
type Kept = Readonly<Record<string, unknown>> & { readonly id: string };

/** The tasks of a stored text. `whole` says whether all of it could be read. */
function readEarlier(text: string): { readonly tasks: readonly Kept[]; readonly whole: boolean } {
  const list = listIn(text);
  const tasks = list?.flatMap((item) => taskOf(item) ?? []) ?? [];
  return { tasks, whole: tasks.length === list?.length };
}

function listIn(text: string): readonly (Earlier | null)[] | null {
  try {
    const stored = JSON.parse(text) as { version?: unknown; tasks?: unknown } | null;
    return stored?.version === 1 && Array.isArray(stored.tasks) ? stored.tasks : null;
  } catch {
    return null;
  }
}

/** The values that the fields of this version can keep; "" for no date and "normal" for no priority are left out. */
function taskOf(item: Earlier | null): Kept | null {
  if (typeof item?.id !== "string" || typeof item.title !== "string") return null;
  const values: Earlier = { ...item, due_date: item.due || null, priority: item.priority === "normal" ? null : item.priority };
  const kept = TASK.fields.flatMap(({ id, accepts }: any) => (accepts(values[id]) ? [[id, values[id]]] : []));
  return { ...Object.fromEntries(kept), id: item.id };
}
