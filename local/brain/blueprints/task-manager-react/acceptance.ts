import type { Acceptance, AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Switches } from "#local/brain/blueprint.ts";
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

const addTask = (title: string): AcceptanceStep[] => [fill("New task", title), click(button("Add task"))];
const complete = (title: string): AcceptanceStep => ({
  do: "check",
  target: { label: `Complete: ${title}` },
});
const seeTask = (title: string): AcceptanceStep => see(title, { css: ".task-title" });

/** The acceptance of the task manager, by feature. */
export function taskAcceptance(has: Switches, title: string): Acceptance[] {
  return [
    {
      name: "The page opens and a task can be added",
      steps: [open(), see(title), ...addTask("Water the plants"), see("Water the plants")],
    },
    {
      name: "A completed task leaves the list of open tasks",
      steps: [
        open(),
        ...addTask("Sweep the floor"),
        complete("Sweep the floor"),
        click(button("Open")),
        notSee("Sweep the floor"),
      ],
    },
    {
      name: "A task can be changed",
      steps: [
        open(),
        ...addTask("Paint the door"),
        click(button("Edit: Paint the door")),
        { do: "fill", target: { css: "dialog[open] [name=title]" }, value: "Paint the fence" },
        click(button("Save")),
        seeTask("Paint the fence"),
      ],
    },
    {
      name: "Deleting a task can be undone",
      steps: [
        open(),
        ...addTask("Feed the cat"),
        click(button("Delete: Feed the cat")),
        see("A clear desk"),
        click(button("Undo")),
        seeTask("Feed the cat"),
      ],
    },
    {
      name: "Clearing completed tasks can be undone",
      steps: [
        open(),
        ...addTask("Wash the car"),
        complete("Wash the car"),
        click(button("Clear completed")),
        see("A clear desk"),
        click(button("Undo")),
        see("Wash the car", { css: ".task.done .task-title" }),
      ],
    },
    ...(has("persistence") ? [persistence()] : []),
    ...(has("due_dates") ? [dueDates(has)] : []),
    ...(has("dark_mode") ? [darkModeAcceptance()] : []),
    ...OPTIONAL.filter(([feature]) => has(feature)).map(([, promise]) => promise),
  ];
}

function persistence(): Acceptance {
  return {
    name: "Tasks are still there after a reload",
    steps: [open(), ...addTask("Call the dentist"), see("Call the dentist"), reload, see("Call the dentist")],
  };
}

function dueDates(has: Switches): Acceptance {
  const kept: AcceptanceStep[] = has("persistence") ? [reload, see("Renew passport"), see("Overdue")] : [];
  return {
    name: has("persistence")
      ? "A task keeps its due date after a reload, and a late one is marked overdue"
      : "A task can have a due date, and a late one is marked overdue",
    steps: [
      open(),
      fill("Due date", "2020-01-15"),
      ...addTask("Renew passport"),
      see("Renew passport"),
      see("Overdue"),
      ...kept,
    ],
  };
}

/** The promises of single features. */
const OPTIONAL: readonly (readonly [feature: string, Acceptance])[] = [
  [
    "search",
    {
      name: "Search narrows the list to matching tasks",
      steps: [
        open(),
        ...addTask("Buy apples"),
        ...addTask("Read a book"),
        fill("Search tasks", "apples"),
        see("Buy apples"),
        notSee("Read a book"),
      ],
    },
  ],
  [
    "priorities",
    {
      name: "A task can be given a priority",
      steps: [open(), choose("Priority", "high"), ...addTask("Pay the rent"), see("High priority")],
    },
  ],
  [
    "tags",
    {
      name: "A task can be tagged",
      steps: [open(), fill("Tags", "garden, home"), ...addTask("Plant tulips"), see("#garden")],
    },
  ],
  [
    "export",
    {
      name: "Tasks can be exported, and imported from a file",
      steps: [
        open(),
        ...addTask("Back up photos"),
        see("Back up photos"),
        click(button("Export CSV")),
        see("1 record exported."),
        click(button("Import")),
        {
          do: "upload",
          target: { css: "#import-file" },
          name: "tasks.csv",
          content: "Title,Done\nSort stamps,no\n",
        },
        see("1 record will be added."),
        click(button("Import now")),
        seeTask("Sort stamps"),
      ],
    },
  ],
];
