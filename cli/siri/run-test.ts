import { z } from "zod";
import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { readValue } from "#cli/secrets/read-value.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { phoneAddress } from "./address.ts";
import { makeKey } from "./pair.ts";
import { createPhone, type Phone, type PhoneKey } from "./phone.ts";

export interface TestOptions {
  readonly url?: string;
  readonly keyId?: string;
  readonly json?: boolean;
}

const WORDS = "Build me a todo app";

/** Sends a signed self-test, and then a signed request, as a phone would. */
export async function runTest(
  context: Context,
  options: TestOptions,
  words: readonly string[],
): Promise<number> {
  const { config } = context;
  const isLocal = options.url === undefined && config.publicUrl === undefined && config.local;
  const address = isLocal ? config.url : phoneAddress(config, options.url);
  const sentence = words.join(" ").trim() || WORDS;
  const run = (key: PhoneKey) =>
    report(context, options, createPhone(config, address, key), address, sentence);
  if (options.keyId !== undefined) return run(await enteredKey(context, options.keyId));
  const key = await makeKey(context, { name: "siri test", expires_in_days: 1 });
  try {
    return await run(key);
  } finally {
    await context.api.call("revokeKey", { id: key.key_id }, z.object({}));
  }
}

/** The key of a phone, whose parts are entered as they are on the phone. */
async function enteredKey(context: Context, key_id: string): Promise<PhoneKey> {
  if (!context.terminal.stdin.isTTY)
    throw new UsageError("--key-id needs a terminal, at which the two parts of the key are typed.");
  const k1 = await readValue(context, { question: "Part 1", again: false });
  const k2 = await readValue(context, { question: "Part 2", again: false });
  return { key_id, k1, k2 };
}

async function report(
  { out }: Context,
  { json }: TestOptions,
  phone: Phone,
  address: string,
  sentence: string,
): Promise<number> {
  const self_test = await phone.selfTest(sentence);
  out.line(text`Self-test at ${address}: ${self_test.speech}`);
  out.line(text`  text_sha256  ${self_test.text_sha256}`);
  out.line(text`  canonical    ${self_test.canonical}`);
  const ok = self_test.signature_matches && self_test.time_accepted;
  const reply = ok ? await phone.say(sentence) : null;
  if (reply) out.line(text`${sentence}: ${reply.status}. ${reply.speech}`);
  if (json) out.json({ ok, address, self_test, reply });
  return ok ? 0 : 1;
}
