import type { Plan } from "#core/factory/plan/plan.ts";
import { inOneLine, truncated } from "#core/kernel/text.ts";
import { appEdits, siteEdits } from "./edits.ts";
import { partEdits } from "./part-edits.ts";
import type { EditWords } from "./words/edit-words.ts";

/** Longest quotation of a person's message in an edit. */
const QUOTED = 250;

/** What turns the plan of a released app into that of a change, as sentences; empty if nothing does. */
export function planEdits(words: EditWords, before: Plan, after: Plan): string[] {
  const [was, is] = [before.specification, after.specification];
  if (was?.kind === "app" && is?.kind === "app") return appEdits(words, was, is);
  if (was?.kind === "site" && is?.kind === "site") return siteEdits(words, was, is);
  return designEdits(words, before, after);
}

/**
 * The edits of an app that a model wrote. Its plan does not describe the app completely, so what the person asked for is an
 * edit of its own.
 */
function designEdits(words: EditWords, before: Plan, after: Plan): string[] {
  const included = ({ features }: Plan) => features.filter((feature) => feature.included);
  const promises = ({ acceptance }: Plan) => acceptance.map((promise) => ({ id: promise }));
  return [
    ...after.request
      .slice(before.request.length)
      .map((message) => words.asked(truncated(inOneLine(message), QUOTED))),
    ...(before.title === after.title ? [] : [words.names(after.title)]),
    ...partEdits(words, included(before), included(after), { kind: "feature", label: ({ title }) => title }),
    ...partEdits(words, promises(before), promises(after), { kind: "promise", label: ({ id }) => `“${id}”` }),
  ];
}
