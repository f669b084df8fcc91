/**
 * Expenses: lists go in, new lists come out. Amounts are whole cents, so that sums are exact. A feature may have
 * `read(fields)` (its own part of an expense) and `matches(expense, view)`.
 */
export function createExpenseModel(features) {
  const call = (name, ...args) => features.filter((feature) => feature[name]).map((feature) => feature[name](...args));
  const own = (fields) => Object.assign({}, ...call("read", fields));

  return {
    /** Why the fields of the form cannot be an expense, or "" when they can. */
    fault({ amount, title, date }) {
      const cents = parseAmount(amount);
      if (cents === null || cents === 0) return "Enter an amount above zero, such as 12.50.";
      if (cleanTitle(title) === "") return "Say what the money was spent on.";
      return isDay(date) ? "" : "Choose the day it was spent.";
    },
    add: (expenses, fields) => [
      ...expenses,
      {
        id: String(fields.id),
        title: cleanTitle(fields.title),
        cents: parseAmount(fields.amount),
        date: fields.date,
        ...own(fields),
      },
    ],
    remove: (expenses, id) => expenses.filter((expense) => expense.id !== id),
    /** The expenses of a view, the newest day first. */
    visible: (expenses, view) =>
      expenses
        .filter((expense) => call("matches", expense, view).every(Boolean))
        .toReversed()
        .sort((a, b) => b.date.localeCompare(a.date)),
    parse(value) {
      if (!Array.isArray(value)) throw new TypeError("expenses must be a list");
      return value
        .filter(
          (item) =>
            typeof item?.id === "string" &&
            Number.isSafeInteger(item.cents) &&
            item.cents > 0 &&
            isDay(item.date) &&
            cleanTitle(item.title) !== "",
        )
        .map((item) => ({ id: item.id, title: cleanTitle(item.title), cents: item.cents, date: item.date, ...own(item) }));
    },
  };
}

/** Cents from "12", "12.5", "12,50" or "1,234.50"; null when it is no such amount. */
export function parseAmount(text) {
  const plain = String(text ?? "").replace(/[\s$€£]/g, "");
  const match = /^(\d{1,3}(?:,\d{3})+|\d{1,9})(?:[.,](\d{1,2}))?$/.exec(plain);
  if (!match) return null;
  return Number(match[1].replaceAll(",", "")) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
}

/** "1,234.50". */
export function formatAmount(cents) {
  return (cents / 100).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function sum(expenses) {
  return expenses.reduce((total, { cents }) => total + cents, 0);
}

/** "2026-05" of a date in the person's own calendar. */
export function monthOf(date) {
  return `${date.getFullYear()}-${String(date.getMonth() + 1).padStart(2, "0")}`;
}

export function dayOf(date) {
  return `${monthOf(date)}-${String(date.getDate()).padStart(2, "0")}`;
}

/** "May 2026". */
export function monthName(month, style = "long") {
  const year = style === "long" ? { year: "numeric" } : {};
  return new Intl.DateTimeFormat("en", { month: style, ...year, timeZone: "UTC" }).format(new Date(`${month}-01T00:00:00Z`));
}

export function inMonth(expenses, month) {
  return expenses.filter(({ date }) => date.startsWith(month));
}

function isDay(text) {
  if (typeof text !== "string" || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function cleanTitle(title) {
  return typeof title === "string" ? title.replace(/\s+/g, " ").trim().slice(0, 120) : "";
}
