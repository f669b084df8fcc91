import type { Task } from "./tasks";

/** Tasks as CSV (RFC 4180). A cell that a spreadsheet would run as a formula is prefixed with an apostrophe. */
export function toCsv(tasks: readonly Task[]): string {
  const extra = [...new Set(tasks.flatMap((task) => Object.keys(task)))].filter(
    (name) => !["id", "title", "done"].includes(name),
  );
  const rows = tasks.map((task) => [
    task.title,
    task.done ? "yes" : "no",
    ...extra.map((name) => String((task as unknown as Record<string, unknown>)[name] ?? "")),
  ]);
  return `${[["title", "done", ...extra], ...rows].map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

function cell(value: string): string {
  const text = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Offers text as a file to keep. */
export function download(filename: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = filename;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
}
