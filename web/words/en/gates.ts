import { type Phrase, phrase } from "../phrase.ts";

export const gates = {
  approvals: "Approvals",
  lead: "What waits for a person's decision. Nothing goes on without it.",
  none: "Nothing waits for you",
  noneLead: "A gate appears here by itself, as soon as one opens.",
  requiredBy: "Required by",
  whoDecides: "Who may decide",
  opened: "Opened",
  ends: "Ends",
  endsRejected: <T>(time: T): Phrase<T> => phrase`${time}, with a rejection`,
  snapshot: "Snapshot",
  theSnapshot: "the digest of the snapshot",
  decidedOn: "What is decided on",
  effectOfYes: "The work goes on, exactly with this snapshot.",
  effectOfNo: "The work ends as rejected, and nothing that follows this gate happens.",
  readPlan: "Read the plan",
  notYours: "You may not decide this with your current login.",
  reason: "Reason",
  optionalReason: "Reason (optional)",
  approve: "Approve",
  reject: "Reject",
};
