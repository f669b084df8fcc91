import { z } from "zod";
import { wellFormed } from "#core/kernel/text.ts";
import type { ModelReply } from "#core/model/converser.ts";
import type { JsonSchema } from "#core/model/dialects.ts";
import { jsonIn } from "#core/model/json-in.ts";
import type { Prompt } from "#core/model/prompt.ts";

/** Maximum number of faults that a repair request names. */
const FAULTS = 8;

interface Unusable {
  readonly why: string;
  /** The user's turn that asks for a corrected answer. */
  readonly repair: string;
}

/** The answer in a reply, or why it has none that can be used. */
export function readAnswer<I, A>(
  prompt: Prompt<I, A>,
  reply: ModelReply,
  faultsOf: ((answer: A) => readonly string[]) | undefined,
): { readonly answer: A } | Unusable {
  const again = "Answer again with the whole, corrected JSON and nothing else.";
  const parsed = parse(prompt, reply);
  if (!parsed.success) {
    const misfits = misfitsOf(parsed.error);
    return {
      why: `its answer did not fit: ${misfits}`,
      repair: `Your answer does not fit the required shape: ${misfits}. ${again}`,
    };
  }
  const faults = (faultsOf?.(parsed.data) ?? []).slice(0, FAULTS).join(" ");
  if (faults === "") return { answer: parsed.data };
  return { why: faults.replace(/\.$/, ""), repair: `Your answer cannot be used. ${faults} ${again}` };
}

/** The first JSON of a reply that matches the schema; otherwise the result for the first JSON. */
function parse<I, A>(prompt: Prompt<I, A>, { json, text }: ModelReply): z.ZodSafeParseResult<A> {
  const results = [...(json === undefined ? jsonIn(text) : [json])].map((each) =>
    prompt.answer.safeParse(each),
  );
  return results.find(({ success }) => success) ?? results[0] ?? prompt.answer.safeParse(undefined);
}

/** The schema of the answer, for the model. */
export function answerSchema<I, A>(prompt: Prompt<I, A>): JsonSchema {
  return z.toJSONSchema(prompt.answer, { target: "draft-2020-12", io: "input" });
}

function misfitsOf(error: z.ZodError): string {
  return error.issues
    .slice(0, FAULTS)
    .map(({ path, message }) => `${path.join(".") || "answer"}: ${message}`)
    .join("; ");
}

/** The reply as the assistant's turn; `null` when it is nested too deeply to be serialised. */
export function turnOf({ text, json }: ModelReply): string {
  try {
    return text.toWellFormed() || JSON.stringify(wellFormed(json ?? null));
  } catch {
    return "null";
  }
}
