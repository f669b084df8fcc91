import { countedIn } from "../counted.ts";

const counted = countedIn("en");

export const operations = {
  title: "Operations",
  lead: "What the missions came to, and whether everything that Gantry needs replies.",
  range: "Range",
  days: (days: number) => `Last ${counted(days, "day", "days")}`,
  none: "No missions in this range",
  build: "Build something",
  onlyNewest: (missions: number) =>
    `The figures are those of the newest ${counted(missions, "mission", "missions")}.`,
  health: "Health",
  replies: "replies",
  silent: "does not reply",
  outcomes: "Missions by outcome",
  outcome: "Outcome",
  missions: "Missions",
  standings: {
    done: "Succeeded",
    running: "Running",
    waiting: "Waiting for a person",
    failed: "Failed",
    cancelled: "Cancelled or rejected",
  },
  healed: (healed: number, failed: number) =>
    `Of ${counted(failed, "mission", "missions")} whose first attempt failed, ${healed} ${healed === 1 ? "was" : "were"} repaired.`,
  durations: "How long phases take",
  phase: "Phase",
  median: "Median",
  p95: "95 %",
  spendByDay: (total: string) => `Model calls by day: ${total} in all`,
  day: "Day (UTC)",
  cost: "Cost",
  spendByProject: "Model calls by project",
  project: "Project",
};
