import { writeFileSync } from "node:fs";
import { z } from "zod";
import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { fileError } from "#core/kernel/file-error.ts";
import { phoneAddress } from "./address.ts";
import type { PhoneKey } from "./phone.ts";
import { recipe } from "./recipe.ts";
import { shortcutFile } from "./shortcut.ts";

export interface PairOptions {
  readonly name?: string;
  readonly url?: string;
  readonly file?: string;
  readonly json?: boolean;
}

/** The key of `POST /gantry/keys`, as far as a phone needs it. */
const siriKey = z.object({ key_id: z.string(), k1: z.string(), k2: z.string(), expires_at: z.string() });

const FILE = "Gantry.shortcut";

/** Pairs a phone: writes the Shortcut, makes a key, and shows how to set up the phone with them. */
export async function pair(context: Context, options: PairOptions): Promise<number> {
  const { config, out } = context;
  const address = phoneAddress(config, options.url);
  const file = options.file ?? FILE;
  writeShortcut(file);
  const key = await makeKey(context, { name: options.name ?? "phone" });
  if (options.json) out.json({ address, file, sign: signCommand(file), ...key });
  else show(context, { address, file, key });
  return 0;
}

/** Makes a Siri key. */
export function makeKey(
  { api }: Context,
  request: { readonly name: string; readonly expires_in_days?: number },
): Promise<z.infer<typeof siriKey>> {
  return api.call("createKey", { kind: "siri", ...request }, siriKey);
}

/** The file contains no secret. */
function writeShortcut(file: string): void {
  try {
    writeFileSync(file, shortcutFile());
  } catch (error) {
    throw new UsageError(`--file: ${fileError(file, "written", error as NodeJS.ErrnoException)}.`);
  }
}

/** The command that signs the file on a Mac. */
export function signCommand(file: string): string {
  const signed = file.replace(/(\.shortcut)?$/, ".signed.shortcut");
  return `shortcuts sign --mode anyone --input ${quoted(file)} --output ${quoted(signed)}`;
}

const quoted = (path: string) => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);

function show(
  { config, out }: Context,
  { address, file, key }: { address: string; file: string; key: PhoneKey & { expires_at: string } },
): void {
  const entries = { Address: address, "Key id": key.key_id, "Part 1": key.k1, "Part 2": key.k2 };
  out.line(
    text`The Siri key ${key.key_id} is valid until ${key.expires_at.slice(0, 10)}. It is shown only now:\n`,
  );
  for (const [name, value] of Object.entries(entries)) out.line(text`  ${name.padEnd(8)}  ${value}`);
  out.line(`
With a Mac
  ${file} is the Shortcut, unsigned and without the key. iPhones add only signed files, and only a Mac can
  sign them: a Linux server cannot make one that opens. On a Mac, run

    ${signCommand(file)}

  and send the signed file to the phone. Open it there, and enter the four values above when it asks for them.

Without a Mac
  Make a new shortcut named Gantry on the phone, with these actions. [Brackets] are outputs of earlier
  actions: insert them as variables, and rename each output as shown behind the arrow.
`);
  for (const [index, step] of recipe(entries).entries()) {
    const output = step.output === null ? "" : ` -> ${step.output}`;
    out.line(text`  ${String(index + 1).padStart(2)}. ${step.action}${output}`);
    for (const [label, content] of step.fields) out.line(text`        ${label}: ${content}`);
  }
  out.line(`
To try it, add /selftest to the URL of "Get Contents of URL": the phone then says whether it is set up correctly.
From this terminal, like a phone: ${config.program} siri test`);
  if (address.startsWith("http:"))
    out.warn("The address is http: what you say can be read on the way. Use an https address.");
}
