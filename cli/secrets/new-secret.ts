import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import type { SecretKind } from "./kinds.ts";
import { readValue } from "./read-value.ts";
import { type Identity, userSecret } from "./user.ts";

/** Of a parameter of the standard tier. */
const MAX_BYTES = 4096;

/** A secret as it is to be stored. */
export interface NewSecret {
  readonly name: string;
  readonly kind: SecretKind;
  readonly value: string;
  /** The key that was made, where none was given. */
  readonly made: string | undefined;
}

/** Reads a secret's value and checks its shape; nothing is stored yet. `stored` is what is there now. */
export async function newSecret(
  context: Pick<Context, "terminal" | "signal">,
  name: string,
  kind: SecretKind,
  from: {
    readonly file: string | undefined;
    readonly question: string;
    readonly identity: Identity;
    readonly stored: () => Promise<string | undefined>;
  },
): Promise<NewSecret> {
  const isUser = kind.key === "users/";
  const given = await readValue(context, { file: from.file, question: from.question, again: isUser });
  const made = given === "" ? kind.make?.() : undefined;
  const checked = made ?? kind.read(given);
  const value = isUser ? await userSecret(checked, from.identity, from.stored) : checked;
  if (Buffer.byteLength(value) > MAX_BYTES)
    throw new UsageError(`${name}: the value is longer than ${MAX_BYTES} bytes, the limit of a parameter.`);
  return { name, kind, value, made };
}
