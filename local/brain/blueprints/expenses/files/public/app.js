import { announce, h, ICONS, icon, replaceKeepingFocus } from "./lib/dom.js";
import { createStore } from "./lib/store.js";
import { createExpenseModel, dayOf, formatAmount, inMonth, monthName, monthOf, sum } from "./model/expenses.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature categories */
import { CATEGORIES, categories, shares } from "./features/categories.js";
/* @end */
/* @feature charts */
import { monthlyTotals } from "./features/charts.js";
/* @end */
/* @feature budget */
import { budgetState } from "./features/budget.js";
import { parseAmount } from "./model/expenses.js";
/* @end */
/* @feature search */
import { search } from "./features/search.js";
/* @end */
/* @feature export */
import { download } from "./lib/download.js";
import { toCsv } from "./features/export.js";
/* @end */

/** What an expense can have beyond amount, description and date. */
const features = [
  /* @feature categories */
  categories,
  /* @end */
  /* @feature search */
  search,
  /* @end */
];

const model = createExpenseModel(features);
const kept = {
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
};
const store = createStore({ key: "{{project_name}}.expenses", version: 1, parse: model.parse, empty: () => [], ...kept });
const view = { query: "" };
const $ = (id) => document.getElementById(id);

function render() {
  const expenses = store.get();
  const month = monthOf(new Date());
  const thisMonth = inMonth(expenses, month);
  const shown = model.visible(expenses, view);
  $("count").textContent = expenses.length === 1 ? "One expense" : `${expenses.length} expenses`;
  $("month-total").textContent = formatAmount(sum(thisMonth));
  $("month-name").textContent = monthName(month);
  $("total").textContent = formatAmount(sum(expenses));
  $("average").textContent = `${formatAmount(expenses.length ? sum(expenses) / expenses.length : 0)} on average`;
  replaceKeepingFocus($("expenses"), shown.map(row));
  $("empty").hidden = shown.length > 0;
  $("empty").replaceChildren(
    icon(expenses.length === 0 ? ICONS.wallet : ICONS.search),
    h("strong", {}, expenses.length === 0 ? "Nothing spent yet" : "No expense matches"),
    h("span", {}, expenses.length === 0 ? "Add your first expense above." : "Look for something else."),
  );
  /* @feature categories */
  const parts = shares(thisMonth);
  $("shares-card").hidden = parts.length === 0;
  $("shares").replaceChildren(...parts.map(shareRow));
  /* @end */
  /* @feature charts */
  $("chart").replaceChildren(...monthlyTotals(expenses, month).map(chartColumn));
  /* @end */
  /* @feature budget */
  renderBudget(sum(thisMonth));
  /* @end */
}

function row(expense) {
  return h(
    "li",
    { class: "expense" },
    h(
      "div",
      { class: "expense-main" },
      h("p", { class: "expense-title" }, expense.title),
      h(
        "p",
        { class: "expense-more" },
        h("time", { dateTime: expense.date }, dayName(expense.date)),
        /* @feature categories */
        h("span", { class: "badge accent" }, expense.category),
        /* @end */
      ),
    ),
    h("span", { class: "expense-amount" }, formatAmount(expense.cents)),
    h(
      "button",
      { type: "button", class: "icon-button danger", "aria-label": `Delete: ${expense.title}`, onclick: () => remove(expense) },
      icon(ICONS.trash),
    ),
  );
}

function dayName(day) {
  return new Intl.DateTimeFormat("en", { day: "numeric", month: "short", year: "numeric", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

function remove(expense) {
  store.set(model.remove(store.get(), expense.id));
  announce(`Deleted “${expense.title}”.`);
  $("expenses").focus();
}

function withPart(element, percent) {
  element.style.setProperty("--part", `${Math.min(100, percent)}%`);
  return element;
}

$("date").value = dayOf(new Date());
$("composer").addEventListener("submit", (event) => {
  event.preventDefault();
  const form = event.currentTarget;
  const fields = { ...Object.fromEntries(new FormData(form)), id: crypto.randomUUID() };
  const fault = model.fault(fields);
  $("fault").textContent = fault;
  if (fault) return;
  const saved = store.set(model.add(store.get(), fields));
  announce(saved ? "Expense added." : "Expense added, but the browser's storage is full: it will not be kept.");
  $("amount").value = "";
  $("what").value = "";
  $("amount").focus();
});
/* @feature categories */
$("category").append(...CATEGORIES.map((name) => h("option", {}, name)));

function shareRow({ category, cents, percent }) {
  return h(
    "li",
    {},
    h("p", { class: "share-line" }, h("span", {}, category), h("span", {}, `${formatAmount(cents)} · ${percent}%`)),
    h("div", { class: "bar" }, withPart(h("span"), percent)),
  );
}
/* @end */
/* @feature charts */
function chartColumn({ month, cents, percent }) {
  return h(
    "li",
    {},
    h("span", {}, cents > 0 ? Math.round(cents / 100).toLocaleString("en") : "–"),
    withPart(h("span", { class: "column" }), percent),
    h("span", {}, monthName(month, "short")),
  );
}
/* @end */
/* @feature budget */
const budget = createStore({
  key: "{{project_name}}.budget",
  version: 1,
  parse: (value) => (Number.isSafeInteger(value) && value > 0 ? value : 0),
  empty: () => 0,
  ...kept,
});
$("budget").value = budget.get() ? formatAmount(budget.get()) : "";
$("budget").addEventListener("input", () => budget.set(parseAmount($("budget").value) ?? 0));
budget.subscribe((cents) => {
  if (document.activeElement !== $("budget")) $("budget").value = cents ? formatAmount(cents) : "";
  render();
});

function renderBudget(spent) {
  const state = budgetState(spent, budget.get());
  const bar = $("budget-bar");
  bar.setAttribute("aria-valuenow", String(Math.min(100, state?.percent ?? 0)));
  bar.classList.toggle("over", state?.over ?? false);
  withPart(bar.firstElementChild, state?.percent ?? 0);
  if (!state) $("budget-text").textContent = "Enter what you want to spend at most.";
  else $("budget-text").textContent = `${formatAmount(Math.abs(state.left))} ${state.over ? "over budget" : "left"}`;
}
/* @end */
/* @feature search */
$("query").addEventListener("input", () => {
  view.query = $("query").value;
  render();
});
/* @end */
/* @feature export */
$("export").addEventListener("click", () => {
  download("{{project_name}}.csv", "text/csv;charset=utf-8", toCsv(store.get()));
  announce("Exported all expenses.");
});
/* @end */
/* @feature dark_mode */
setUpTheme($("theme"));
/* @end */

store.subscribe(render);
render();
