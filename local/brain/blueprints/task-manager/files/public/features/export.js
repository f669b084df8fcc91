import { csv, download } from "../lib/download.js";

/** Tasks as CSV: title and state first, then whatever else they have. */
export function toCsv(tasks) {
  const extra = [...new Set(tasks.flatMap((task) => Object.keys(task)))].filter(
    (name) => !["id", "title", "done"].includes(name),
  );
  const rows = tasks.map((task) => [
    task.title,
    task.done ? "yes" : "no",
    ...extra.map((name) => (Array.isArray(task[name]) ? task[name].join(" ") : task[name])),
  ]);
  return csv(["title", "done", ...extra], rows);
}

/** Tasks as JSON, readable for people too. */
export function toJson(tasks) {
  return `${JSON.stringify(tasks, null, 2)}\n`;
}

/** Downloads the tasks as `<name>.csv` or `<name>.json`. */
export function exportTasks(tasks, format, name) {
  if (format === "csv") download(`${name}.csv`, "text/csv;charset=utf-8", toCsv(tasks));
  else download(`${name}.json`, "application/json", toJson(tasks));
}
