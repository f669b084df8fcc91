import type { Parameters } from "#adapters/aws-account/parameters.ts";
import { type InstallationRef, readInstallation } from "#cli/aws/installation.ts";
import type { Context } from "#cli/context.ts";
import { CliError, UsageError } from "#cli/errors.ts";
import { kindOf, SECRETS, type SecretKind, whenItCounts } from "#cli/secrets/kinds.ts";
import { type NewSecret, newSecret } from "#cli/secrets/new-secret.ts";
import { checkIdentity, requireNoIdentity } from "#cli/secrets/user.ts";
import { text } from "#cli/terminal/safe-text.ts";
import { parameterPrefix } from "#core/operations/installation.ts";

interface Options {
  readonly stage?: string;
  readonly region?: string;
  readonly file?: string;
  readonly tenant?: string;
  readonly role?: string;
  readonly authorityRoles?: string;
  readonly teams?: string;
  readonly json?: boolean;
}

export async function run(
  context: Context,
  options: Options,
  [action = "", ...names]: readonly string[],
): Promise<number> {
  const act = ACTIONS.get(action);
  if (!act) throw new UsageError("<action> must be set, list or remove.");
  const installation = readInstallation(options, context.config);
  const { openParameters } = await import("#cli/aws/aws.ts");
  const parameters = openParameters({
    prefix: parameterPrefix(installation.stage),
    by: "gantry secrets set",
    region: installation.region,
  });
  await act({ context, values: options, parameters, installation }, names);
  return 0;
}

interface Job {
  readonly context: Context;
  readonly values: Options;
  readonly parameters: Parameters;
  readonly installation: InstallationRef;
}

const ACTIONS = new Map(Object.entries({ set, list, remove }));

/** Asks for every value, and only then writes the first. */
async function set(job: Job, names: readonly string[]): Promise<void> {
  const { context, values, parameters, installation } = job;
  const kinds = readNames(names, job);
  const identity = checkIdentity(values);
  const secrets: NewSecret[] = [];
  for (const [name, kind] of kinds) {
    const question = kinds.size > 1 ? `${name}: ${kind.question}` : kind.question;
    const stored = () => parameters.get(name);
    secrets.push(await newSecret(context, name, kind, { file: values.file, question, identity, stored }));
  }
  const done = [];
  for (const secret of secrets) {
    const version = await parameters.set(secret.name, secret.value);
    done.push({ name: secret.name, stage: installation.stage, version });
    tell(job, secret, version);
  }
  for (const sentence of new Set([...kinds.values()].map(whenItCounts))) context.out.line(sentence);
  if (values.json) context.out.json(kinds.size > 1 ? { secrets: done } : { ...done[0] });
}

/** The kinds of the secrets that are named, each once. Throws UsageError where they cannot be set together. */
function readNames(names: readonly string[], { context, values }: Job): ReadonlyMap<string, SecretKind> {
  const kinds = new Map((names.length > 0 ? names : [""]).map((name) => [name, kindOf(name)]));
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  if (twice !== undefined) throw new UsageError(`${twice} is given more than once.`);
  const { file } = values;
  if ([...kinds.values()].every(({ key }) => key !== "users/")) requireNoIdentity(values);
  if (kinds.size > 1 && (file !== undefined || !context.terminal.stdin.isTTY))
    throw new UsageError(
      "A pipe or a file contains one value: give one secret name, or type the values at a terminal.",
    );
  return kinds;
}

function tell({ context, installation }: Job, secret: NewSecret, version: number): void {
  const { out } = context;
  const made = secret.made === undefined ? "" : ", to a new random key";
  out.line(text`${secret.name} is set in ${installation.stage} (version ${version})${made}.`);
}

async function list(
  { context, values, parameters, installation }: Job,
  names: readonly string[],
): Promise<void> {
  if (names.length > 0) throw new UsageError("list takes no names.");
  const stored = await parameters.list();
  const single = SECRETS.map(({ key }) => key).filter((key) => !key.endsWith("/"));
  const absent = single.filter((key) => stored.every((one) => one.name !== key));
  for (const { name, set_at, version } of stored)
    context.out.line(
      text`${name.padEnd(24)} set ${set_at.toISOString().slice(0, 16).replace("T", " ")}  version ${version}`,
    );
  for (const name of absent) context.out.line(text`${name.padEnd(24)} not set`);
  if (!stored.some(({ name }) => name.startsWith("users/")))
    context.out.line(`${"users/<user>".padEnd(24)} not set`);
  if (values.json)
    context.out.json({
      stage: installation.stage,
      secrets: stored.map(({ name, set_at, version }) => ({ name, set_at: set_at.toISOString(), version })),
    });
}

async function remove(
  { context, values, parameters, installation }: Job,
  [name = "", ...more]: readonly string[],
): Promise<void> {
  const kind = kindOf(name);
  if (more.length > 0) throw new UsageError("remove takes exactly one name.");
  if (!(await parameters.remove(name))) throw new CliError(`${name} is not set in ${installation.stage}.`);
  context.out.line(text`${name} is removed from ${installation.stage}. ${whenItCounts(kind)}`);
  if (values.json) context.out.json({ name, stage: installation.stage, removed: true });
}
