import type { Parameters } from "#adapters/aws-account/parameters.ts";
import { PLACE_HELP, PLACE_OPTIONS, type Place, readPlace } from "#cli/aws/place.ts";
import { type Context, command } from "#cli/command.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { kindOf, SECRETS, whenItCounts } from "#cli/secrets/kinds.ts";
import { readValue } from "#cli/secrets/read-value.ts";
import { checkIdentity, userSecret } from "#cli/secrets/user.ts";

/** Of a parameter of the standard tier. */
const MAX_BYTES = 4096;

export const secrets = command({
  name: "secrets",
  summary: "Sets, lists and removes the secrets of an installation on AWS. Values are never shown.",
  synopsis: "set <name> | list | remove <name> [options]",
  help: `
The value is typed hidden, or piped in; it is never taken from the command line.

Names:
${SECRETS.map(({ name, summary }) => `  ${name.padEnd(15)} ${summary}`).join("\n")}

Options:
${PLACE_HELP}
      --file FILE  set: read the value from a file
      --tenant T   set users/<user>: the tenant (as it was, else main)
      --role R     set users/<user>: the role (as it was, else owner)
      --json       one JSON object on stdout

The secrets are SecureString parameters /gantry/<stage>/<name> of AWS Systems Manager.`,
  options: {
    ...PLACE_OPTIONS,
    file: { type: "string" },
    tenant: { type: "string" },
    role: { type: "string" },
    json: { type: "boolean" },
  },
  takes: ["set|list|remove..."],
  async run(context, values, [action = "", name, ...more]) {
    const act = ACTIONS.get(action);
    if (!act) throw new UsageError("The first word must be set, list or remove.");
    if (more.length > 0)
      throw new UsageError(
        "A value is never taken from the command line, where the shell's history keeps it: type it when asked, or pipe it in.",
      );
    const place = readPlace(values, context.config);
    const { openParameters } = await import("#adapters/aws-account/parameters.ts");
    const parameters = openParameters({ prefix: `/gantry/${place.stage}`, region: place.region });
    await act({ context, values, parameters, place }, name);
    return 0;
  },
});

interface Job {
  readonly context: Context;
  readonly values: { readonly [K in "file" | "tenant" | "role"]?: string } & { readonly json?: boolean };
  readonly parameters: Parameters;
  readonly place: Place;
}

const ACTIONS = new Map(Object.entries({ set, list, remove }));

async function set({ context, values, parameters, place }: Job, name = ""): Promise<void> {
  const kind = kindOf(name);
  const isUser = kind.key === "users/";
  if (!isUser && (values.tenant ?? values.role) !== undefined)
    throw new UsageError("--tenant and --role are for users/<user> only.");
  const identity = checkIdentity(values);
  const given = await readValue(context, { file: values.file, question: kind.question, again: isUser });
  const made = given === "" ? kind.make?.() : undefined;
  const checked = made ?? kind.read(given);
  const value = isUser ? await userSecret(checked, identity, () => parameters.get(name)) : checked;
  if (Buffer.byteLength(value) > MAX_BYTES)
    throw new UsageError(`${name}: it is longer than the ${MAX_BYTES} bytes that a parameter holds.`);
  const version = await parameters.set(name, value);
  const shown = kind.shown && made !== undefined ? { value: made } : {};
  const { out } = context;
  out.line(`${name} is set in ${place.stage} (version ${version})${made ? ", to a new random key" : ""}.`);
  if (shown.value && !values.json) out.line(`\n  ${shown.value}\n\nThis is the only time it is shown.`);
  out.line(whenItCounts(kind));
  if (values.json) out.json({ name, stage: place.stage, version, ...shown });
}

async function list({ context, values, parameters, place }: Job, name?: string): Promise<void> {
  if (name !== undefined) throw new UsageError("list takes no name.");
  const stored = await parameters.list();
  const single = SECRETS.map(({ key }) => key).filter((key) => !key.endsWith("/"));
  const absent = single.filter((key) => stored.every((one) => one.name !== key));
  for (const { name, set_at, version } of stored)
    context.out.line(
      `${name.padEnd(24)} set ${set_at.toISOString().slice(0, 16).replace("T", " ")}  version ${version}`,
    );
  for (const name of absent) context.out.line(`${name.padEnd(24)} not set`);
  if (!stored.some(({ name }) => name.startsWith("users/")))
    context.out.line(`${"users/<user>".padEnd(24)} not set`);
  if (values.json)
    context.out.json({
      stage: place.stage,
      secrets: stored.map(({ name, set_at, version }) => ({ name, set_at: set_at.toISOString(), version })),
    });
}

async function remove({ context, values, parameters, place }: Job, name = ""): Promise<void> {
  const kind = kindOf(name);
  if (!(await parameters.remove(name))) throw new CliError(`${name} is not set in ${place.stage}.`);
  context.out.line(`${name} is removed from ${place.stage}. ${whenItCounts(kind)}`);
  if (values.json) context.out.json({ name, stage: place.stage, removed: true });
}
