import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
import {
  DARK_MODE,
  EXPORT,
  ITEM_MODULES,
  PERSISTENCE,
  SEARCH,
  SHARED_MODULES,
} from "#local/brain/blueprints/common-features.ts";
import { doing } from "#local/brain/blueprints/phrases.ts";
import {
  button,
  choose,
  click,
  darkModeAcceptance,
  fill,
  notSee,
  open,
  reload,
  see,
} from "#local/brain/blueprints/steps.ts";

/** An expense tracker that counts in cents. */
export const EXPENSES: Blueprint = {
  kind: "expense-tracker",
  stack: "static",
  title: "Expense Tracker",
  spoken: "an expense tracker",
  synonyms: [
    "expense tracker",
    "expense app",
    "expense manager",
    "expense tracking",
    "expense tracking app",
    "expense log",
    "spending tracker",
    "spending app",
    "spending log",
    "money tracker",
    "budget tracker",
    "budget app",
    "budgeting app",
    "budget planner",
    "cost tracker",
    "expense list",
    "household budget app",
    "expense journal",
  ],
  purposes: [
    ...doing(
      ["track", "record", "log", "manage", "keep track of", "note", "follow", "monitor"],
      ["expense", "spending", "cost", "money", "what i spend", "spending habit"],
    ),
    "for expense",
    "for spending",
  ],
  inherent: [
    "expense",
    "amount",
    "total",
    "sum",
    "spending",
    "cost",
    "money",
    "add",
    "delete",
    "date",
    "description",
    "month",
    "monthly total",
    "monthly summary",
    "summary",
    "average",
    "list",
    "track",
    "record",
    "entry",
    "item",
    "title",
    "this month",
    "overview",
    "spend",
    "spent",
    "price",
    "log",
  ],
  summary:
    "An expense tracker that runs in the browser: what was spent, when and on what, with exact totals.",
  features: [
    {
      id: "categories",
      title: "Categories",
      synonyms: [
        "category",
        "categorise",
        "categorize",
        "categorised",
        "categorized",
        "breakdown",
        "tag",
        "type",
      ],
      default: true,
    },
    {
      id: "charts",
      title: "Chart of the last months",
      spoken: "a chart of the last months",
      synonyms: [
        "chart",
        "graph",
        "bar chart",
        "diagram",
        "visualisation",
        "visualization",
        "statistic",
        "trend",
        "report",
      ],
      default: true,
    },
    DARK_MODE,
    PERSISTENCE,
    {
      id: "budget",
      title: "Monthly budget",
      spoken: "a monthly budget",
      synonyms: [
        "budget",
        "monthly budget",
        "budgeting",
        "spending limit",
        "limit",
        "budget limit",
        "budget goal",
      ],
      default: false,
      ask: "Do you want a monthly budget?",
    },
    { ...EXPORT, ask: "Do you want to export to CSV?" },
    { ...SEARCH, default: false },
  ],
  modules: {
    ...SHARED_MODULES,
    ...ITEM_MODULES,
    "public/features/categories.js": "categories",
    "test/categories.test.js": "categories",
    "public/features/charts.js": "charts",
    "test/charts.test.js": "charts",
    "public/features/budget.js": "budget",
    "test/budget.test.js": "budget",
    "public/features/export.js": "export",
    "test/export.test.js": "export",
  },
  folders: ["shared/look/files", "shared/files", "shared/items/files", "expenses/files"],
  audit_command: "node --test",
  run_command: "npx serve public",
  acceptance,
};

const spend = (what: string, amount: string): AcceptanceStep[] => [
  fill("Amount", amount),
  fill("Description", what),
  click(button("Add expense")),
];

function acceptance(has: Switches, title: string): Acceptance[] {
  const promises: Acceptance[] = [
    {
      name: "The page opens and an expense counts into the total",
      steps: [open(), see(title), ...spend("Train ticket", "47.11"), see("Train ticket"), see("47.11")],
    },
    {
      name: "An expense without an amount is refused with a reason",
      steps: [open(), ...spend("Nothing", "abc"), see("Enter an amount above zero")],
    },
  ];
  if (has("persistence"))
    promises.push({
      name: "Expenses are still there after a reload",
      steps: [open(), ...spend("Groceries", "31.20"), reload, see("Groceries"), see("31.20")],
    });
  if (has("dark_mode")) promises.push(darkModeAcceptance());
  if (has("categories"))
    promises.push({
      name: "Spending is broken down by category",
      steps: [
        open(),
        choose("Category", "Transport"),
        ...spend("Bus", "2.80"),
        see("Where it went this month"),
      ],
    });
  if (has("charts"))
    promises.push({ name: "A chart shows the last six months", steps: [open(), see("Last six months")] });
  if (has("budget"))
    promises.push({
      name: "A monthly budget shows when it is overspent",
      steps: [open(), fill("Monthly budget", "10"), ...spend("Shoes", "90"), see("over budget")],
    });
  if (has("search"))
    promises.push({
      name: "Search narrows the list to matching expenses",
      steps: [
        open(),
        ...spend("Blue pen", "1.50"),
        ...spend("Red apple", "0.60"),
        fill("Search expenses", "pen"),
        see("Blue pen"),
        notSee("Red apple"),
      ],
    });
  if (has("export"))
    promises.push({
      name: "Expenses can be exported",
      steps: [open(), ...spend("Stamp", "1.10"), click(button("Export CSV")), see("Exported all expenses")],
    });
  return promises;
}
