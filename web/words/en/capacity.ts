import { countedIn } from "../counted.ts";

const counted = countedIn("en");

export const capacity = {
  slots: "Builder slots",
  held: (running: number, slots: number, waiting: number) =>
    `${counted(running, "mission holds", "missions hold")} ${slots === 1 ? "the only slot" : `the ${slots} slots`}; ${waiting === 0 ? "none waits" : counted(waiting, "mission waits", "missions wait")}.`,
  running: "Holding a slot",
  waiting: "Waiting, the next first",
  budget: "Budget for models this month",
  spent: "Spent",
  reserved: "Reserved for calls that are running",
  unknown: "At most, by calls that broke off",
  limit: "Limit of the policy",
  noLimit: "none",
  forecast: "Forecast for the month",
  ofLimit: "Spent and reserved, of the limit",
  exhausted: "The limit is reached: calls of models are refused until the month ends or the policy changes.",
  near: (left: string) => `${left} are left of the limit.`,
  over: (more: string) =>
    `At this rate, the month ends ${more} above the limit; calls beyond it are refused.`,
};
