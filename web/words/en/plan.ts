import { countedIn } from "../counted.ts";
import { type Phrase, phrase } from "../phrase.ts";

const counted = countedIn("en");

export const plan = {
  plan: "Plan",
  theHash: "the hash of the plan",
  toFix: (sentence: string, fix: string) => `${sentence} To fix it: ${fix}`,
  features: "Features",
  leftOutFeature: "(left out)",
  promises: (count: number) => `A browser will check ${counted(count, "promise", "promises")}`,
  putLive: "Put it live",
  openPullRequest: "Open a pull request with the code",
  buildThis: "Build this plan",
  changes: "What becomes different",
  startsFrom: <T>(branch: T): Phrase<T> => phrase`It starts from what people committed to ${branch}:`,
  askedFor: "You asked for",
  no: "No",
  asked: "Asked",
  yes: "Yes",
  notInThisApp: "not in this app",
  notWithoutModel: "not without a model",
  refusedBecause: (refusal: string, reason: string) => `${refusal}: ${reason}`,
  askedBack: "asked",
  met: "yes",
  comesWithIt: "comes with it",
  madeOf: { site: "What the site is made of", app: "What the app is made of" },
  sections: "Sections",
  pages: "Pages",
  writtenByModel: "Written by a model",
  with: "With",
  required: "required",
};
