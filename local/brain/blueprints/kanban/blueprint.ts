import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Blueprint, Switches } from "#local/brain/blueprint.ts";
import {
  DARK_MODE,
  DUE_DATES,
  EXPORT,
  ITEM_MODULES,
  PERSISTENCE,
  SEARCH,
  SHARED_MODULES,
  TAGS,
} from "#local/brain/blueprints/common-features.ts";
import {
  button,
  click,
  darkModeAcceptance,
  fill,
  notSee,
  open,
  reload,
  see,
} from "#local/brain/blueprints/steps.ts";

/** A kanban board: cards in three columns. */
export const KANBAN: Blueprint = {
  kind: "kanban",
  stack: "static",
  title: "Kanban Board",
  spoken: "a kanban board",
  synonyms: [
    "kanban",
    "kanban board",
    "kanban app",
    "kanban task board",
    "task board",
    "project board",
    "card board",
    "scrum board",
    "agile board",
    "sprint board",
    "board with column",
    "trello style board",
    "trello like board",
    "kanban style board",
    "personal kanban",
    "kanban tool",
  ],
  purposes: ["move card", "moving card", "organise card", "organize card", "track card"],
  inherent: [
    "card",
    "column",
    "board",
    "move",
    "moving",
    "add",
    "edit",
    "editing",
    "delete",
    "list",
    "todo",
    "to do",
    "doing",
    "done",
    "in progress",
    "progress",
    "backlog",
    "task",
    "lane",
    "swimlane",
    "three column",
    "status",
    "stage",
    "work",
    "title",
    "item",
    "organise",
    "organize",
    "count",
  ],
  summary: "A kanban board that runs in the browser: cards move from to do over doing to done.",
  features: [
    {
      id: "drag_drop",
      title: "Drag and drop",
      synonyms: [
        "drag and drop",
        "drag drop",
        "drag",
        "dragging",
        "draggable",
        "dnd",
        "drag card",
        "draggable card",
      ],
      default: true,
    },
    DARK_MODE,
    PERSISTENCE,
    SEARCH,
    { ...DUE_DATES, default: false, ask: "Should cards have due dates?" },
    { ...TAGS, ask: "Should cards have tags?" },
    {
      id: "wip_limits",
      title: "Limit on work in progress",
      spoken: "a limit on work in progress",
      synonyms: ["wip limit", "wip", "limit", "work in progress limit", "card limit", "column limit"],
      default: false,
    },
    EXPORT,
  ],
  modules: {
    ...SHARED_MODULES,
    ...ITEM_MODULES,
    "public/features/drag-drop.js": "drag_drop",
    "test/drag-drop.test.js": "drag_drop",
    "public/features/wip-limits.js": "wip_limits",
    "test/wip-limits.test.js": "wip_limits",
  },
  folders: ["shared/look/files", "shared/files", "shared/items/files", "kanban/files"],
  audit_command: "node --test",
  run_command: "npx serve public",
  acceptance,
};

const addCard = (title: string): AcceptanceStep[] => [fill("New card", title), click(button("Add card"))];
const moveTo = (column: string, title: string): AcceptanceStep =>
  click(button(`Move to ${column}: ${title}`));

function acceptance(has: Switches, title: string): Acceptance[] {
  return [...acceptanceOfEvery(title), ...acceptanceOfFeatures(has)];
}

/** Acceptance of the features that every board has. */
function acceptanceOfEvery(title: string): Acceptance[] {
  return [
    {
      name: "The board opens with three columns and takes a card",
      steps: [
        open(),
        see(title),
        see("To do"),
        see("Doing"),
        see("Done"),
        ...addCard("Draw a logo"),
        see("Draw a logo"),
      ],
    },
    {
      name: "A card moves to the next column",
      steps: [
        open(),
        ...addCard("Write the text"),
        moveTo("Doing", "Write the text"),
        { do: "see", text: "Write the text", target: { css: ".column-doing" } },
      ],
    },
  ];
}

/** Acceptance of the optional features that were chosen. */
function acceptanceOfFeatures(has: Switches): Acceptance[] {
  const promises: Acceptance[] = [];
  if (has("persistence"))
    promises.push({
      name: "Cards stay where they are after a reload",
      steps: [
        open(),
        ...addCard("Ship it"),
        moveTo("Doing", "Ship it"),
        reload,
        { do: "see", text: "Ship it", target: { css: ".column-doing" } },
      ],
    });
  if (has("drag_drop"))
    promises.push({
      name: "Cards can be dragged",
      steps: [
        open(),
        ...addCard("Drag me"),
        { do: "attribute", target: { css: ".kard" }, name: "draggable", value: "true" },
      ],
    });
  if (has("dark_mode")) promises.push(darkModeAcceptance());
  if (has("search"))
    promises.push({
      name: "Search shows only matching cards",
      steps: [
        open(),
        ...addCard("Fix the roof"),
        ...addCard("Paint walls"),
        fill("Search cards", "roof"),
        see("Fix the roof"),
        notSee("Paint walls"),
      ],
    });
  if (has("due_dates"))
    promises.push({
      name: "A card can have a due date, and a late one is marked overdue",
      steps: [open(), fill("Due date", "2020-01-15"), ...addCard("File taxes"), see("Overdue")],
    });
  if (has("tags"))
    promises.push({
      name: "A card can be tagged",
      steps: [open(), fill("Tags", "design"), ...addCard("Pick colours"), see("#design")],
    });
  if (has("wip_limits"))
    promises.push({
      name: "The column in work shows its limit",
      steps: [open(), ...addCard("Start"), moveTo("Doing", "Start"), see("/ 3")],
    });
  if (has("export"))
    promises.push({
      name: "The board can be exported",
      steps: [open(), ...addCard("Keep"), click(button("Export JSON")), see("Exported the board")],
    });
  return promises;
}
