import { type Phrase, phrase } from "../phrase.ts";

export const checks = {
  title: "Checks",
  lead: "What this installation knows about itself.",
  states: { ok: "In order", warn: "Limited", fail: "Fails" },
  fix: (remedy: string) => `To fix it: ${remedy}`,
  again: "Check again",
  all: "All checks",
  hindrances: "What limits builds here",
  elsewhere: <T>(here: T, aws: T): Phrase<T> =>
    phrase`The machine itself is checked by ${here}, an AWS account by ${aws}.`,
};
