import { countedIn } from "../counted.ts";
import { type Phrase, phrase } from "../phrase.ts";

const counted = countedIn("en");

export const evidence = {
  title: "Verify evidence",
  lead: "The same verifier as on the command line, in this browser. The file is sent nowhere.",
  pack: "Pack",
  file: "Evidence (ZIP)",
  chooseFile: "Choose the evidence: a ZIP file.",
  ofMission: "Mission that it should be of",
  key: "Trusted key (PEM)",
  keyHint: "Without one, the key that this browser first saw from this installation",
  verify: "Verify",
  anotherKey:
    "The installation shows another key than the one that this browser has trusted so far. The verdict is for the trusted one.",
  sentences: {
    VALID: "The evidence is what was sealed, and its log follows the rules.",
    INVALID: "The evidence is not what was sealed, or its log breaks a rule.",
    INCONCLUSIVE: "Nothing wrong was found, but it is not proven either.",
  },
  log: <T>(size: number, root: T, sealedAt: string): Phrase<T> =>
    phrase`${counted(size, "signal", "signals")}, root ${root}, sealed ${sealedAt}`,
  theRoot: "the root of the log",
  withheld: (count: number) => `Signals without their data: ${count}`,
  ignored: (name: string) => `Not under the seal, ignored: ${name}`,
};
