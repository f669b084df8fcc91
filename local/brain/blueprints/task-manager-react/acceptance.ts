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

/** The acceptance of the task manager, by feature; the same for every stack. */
export function taskAcceptance(has: Switches, title: string): Acceptance[] {
  const promises: Acceptance[] = [
    {
      name: "The page opens and a task can be added",
      steps: [open(), see(title), ...addTask("Water the plants"), see("Water the plants")],
    },
    {
      name: "A completed task leaves the list of open tasks",
      steps: [
        open(),
        ...addTask("Sweep the floor"),
        { do: "check", target: { label: "Complete: Sweep the floor" } },
        click(button("Open")),
        notSee("Sweep the floor"),
      ],
    },
  ];
  if (has("persistence"))
    promises.push({
      name: "Tasks are still there after a reload",
      steps: [
        open(),
        ...addTask("Call the dentist"),
        see("Call the dentist"),
        reload,
        see("Call the dentist"),
      ],
    });
  if (has("due_dates")) promises.push(dueDates(has));
  if (has("dark_mode")) promises.push(darkModeAcceptance());
  if (has("search"))
    promises.push({
      name: "Search narrows the list to matching tasks",
      steps: [
        open(),
        ...addTask("Buy apples"),
        ...addTask("Read a book"),
        fill("Search tasks", "apples"),
        see("Buy apples"),
        notSee("Read a book"),
      ],
    });
  if (has("priorities"))
    promises.push({
      name: "A task can be given a priority",
      steps: [open(), choose("Priority", "high"), ...addTask("Pay the rent"), see("High priority")],
    });
  if (has("tags"))
    promises.push({
      name: "A task can be tagged",
      steps: [open(), fill("Tags", "garden, home"), ...addTask("Plant tulips"), see("#garden")],
    });
  if (has("export"))
    promises.push({
      name: "Tasks can be exported",
      steps: [open(), ...addTask("Back up photos"), click(button("Export CSV")), see("Exported")],
    });
  return promises;
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
