import { csv } from "../lib/download.js";

/** Expenses as CSV, oldest first, amounts as decimal numbers; further parts follow as columns of their own. */
export function toCsv(expenses) {
  const extra = [...new Set(expenses.flatMap((expense) => Object.keys(expense)))].filter(
    (name) => !["id", "title", "cents", "date"].includes(name),
  );
  const rows = expenses
    .toSorted((a, b) => a.date.localeCompare(b.date))
    .map((expense) => [
      expense.date,
      expense.title,
      (expense.cents / 100).toFixed(2),
      ...extra.map((name) => expense[name]),
    ]);
  return csv(["date", "description", "amount", ...extra], rows);
}
