import { earlierAsides, earlierList, takeEarlier, webStorage } from "./lib/earlier.js";
import type { TaskApp } from "./open-tasks";
import { TASK } from "./task";

/** What a web storage can do for the tasks. */
export type Keeps = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** A text of an earlier version of the app that could not be read, under the key where it lies. */
export interface Aside {
  readonly name: string;
  readonly text: string;
}

const keyOf = ({ database }: TaskApp) => `${database}.tasks`;

/** Takes over the tasks of the version of the app that kept them as one text. */
export function takeEarlierTasks(app: TaskApp, storage: Keeps = webStorage()): Promise<void> {
  return takeEarlier(app.records, storage, { key: keyOf(app), read: readTasks });
}

/** What of that text could not be read. */
export function asidesOf(app: TaskApp, storage: Keeps = webStorage()): readonly Aside[] {
  return earlierAsides(app.records, storage, keyOf(app));
}

export function discardAside({ name }: Aside, storage: Keeps = webStorage()): void {
  storage.removeItem(name);
}

type Earlier = Readonly<Record<string, unknown>>;

function readTasks(text: string) {
  const list: readonly (Earlier | null)[] | null = earlierList(text, "tasks");
  const edits = list?.flatMap((item) => editOf(item) ?? []) ?? [];
  return { edits, whole: edits.length === list?.length };
}

/** The values that the fields of this version can keep; "" for no date and "normal" for no priority are left out. */
function editOf(item: Earlier | null) {
  if (typeof item?.id !== "string" || typeof item.title !== "string") return null;
  const values: Earlier = { ...item, due_date: item.due || null, priority: item.priority === "normal" ? null : item.priority };
  const kept = TASK.fields.flatMap(({ id, accepts }: any) => (accepts(values[id]) ? [[id, values[id]]] : []));
  return { entityId: TASK.id, record: { ...Object.fromEntries(kept), id: item.id } };
}
