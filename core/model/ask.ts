import { GantryError } from "#core/kernel/errors.ts";
import { type Call, type Called, type CallOptions, type CallServices, caller } from "#core/model/call.ts";
import type { CallRecord } from "#core/model/call-record.ts";
import { continuationRequest, splice } from "#core/model/continuation.ts";
import type { AnswerForm, ModelMessage, ModelReply } from "#core/model/converser.ts";
import { memberText } from "#core/model/member-text.ts";
import type { Prompt } from "#core/model/prompt.ts";
import { answerSchema, readAnswer, turnOf } from "#core/model/read-answer.ts";

/** Maximum number of calls for the rest of an answer that was cut off. */
const CONTINUATIONS = 2;

export interface Asked<A> {
  readonly answer: A;
  /** The call that returned the answer; the caller records it with the result. */
  readonly call: CallRecord;
}

export interface AskOptions<A> extends CallOptions {
  readonly image?: ModelMessage["image"];
  /** Faults of an answer that matches the schema, as sentences; empty for a usable answer. */
  readonly faults?: (answer: A) => readonly string[];
  /** Called with the text of a member of the answer as it arrives; a repaired answer begins again. */
  readonly hear?: { readonly member: keyof A & string; readonly text: (known: string) => void };
}

/**
 * Calls the model with a prompt and returns the parsed answer. An answer that was cut off at the length limit is
 * continued, at most twice. For an answer that does not match the schema or has faults, one repair call follows; if that
 * fails too, throws ModelRefused. Throws ModelUnavailable when the time limit is exceeded.
 */
export async function ask<I, A>(
  services: CallServices,
  prompt: Prompt<I, A>,
  input: I,
  options: AskOptions<A>,
): Promise<Asked<A>> {
  const form = {
    name: `${prompt.agent.role}_answer`,
    description: prompt.answerDescription,
    schema: answerSchema(prompt),
  };
  const call = caller(services, prompt, options);
  const unusable = async (record: CallRecord) => options.onUnusable?.(record);
  const first: ModelMessage = {
    role: "user",
    text: prompt.render(input).toWellFormed(),
    ...(options.image ? { image: options.image } : {}),
  };

  const { reply, record } = await continued(call, heard(form, options.hear), [first], unusable);
  const read = readAnswer(prompt, reply, options.faults);
  if ("answer" in read) return { answer: read.answer, call: record };
  await unusable(record);
  if (isCutOff(reply)) throw refused(options.model, "its answer was cut off at the length limit");

  const again: ModelMessage[] = [
    first,
    { role: "assistant", text: turnOf(reply) },
    { role: "user", text: read.repair },
  ];
  const second = await continued(call, heard(form, options.hear), again, unusable);
  const repaired = readAnswer(prompt, second.reply, options.faults);
  if ("answer" in repaired) return { answer: repaired.answer, call: second.record };
  await unusable(second.record);
  throw refused(options.model, repaired.why);
}

/** The form of an answer, and who receives its pieces. */
type Heard = NonNullable<Parameters<Call>[1]>;

function heard<A>(answer: AnswerForm, hear: AskOptions<A>["hear"]): Heard {
  if (!hear) return { answer };
  let json = "";
  const accept = (piece: string) => {
    json += piece;
    const known = memberText(json, hear.member);
    if (known !== "") hear.text(known);
    return true;
  };
  return { answer, accept };
}

/** Makes a call and, while its answer is cut off, asks for the rest of it. */
async function continued(
  call: Call,
  form: Heard,
  messages: readonly ModelMessage[],
  unusable: (record: CallRecord) => Promise<void>,
): Promise<Called> {
  let called = await call(messages, form);
  for (let count = 0; count < CONTINUATIONS && isCutOff(called.reply); count++) {
    await unusable(called.record);
    const before = called.reply.text.toWellFormed();
    const { reply, record } = await call([
      ...messages,
      { role: "assistant", text: before },
      { role: "user", text: continuationRequest(before) },
    ]);
    called = { record, reply: { ...reply, json: undefined, text: splice(before, reply.text) } };
  }
  return called;
}

/** Whether there is a beginning of an answer whose rest is missing. */
function isCutOff({ stop_reason, json, text }: ModelReply): boolean {
  return stop_reason === "max_tokens" && json === undefined && text.trim() !== "";
}

function refused(model: string, why: string): GantryError {
  return new GantryError("ModelRefused", `The model returned no usable response: ${why}.`, {
    detail: { model },
  });
}
