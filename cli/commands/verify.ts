import { readFile } from "node:fs/promises";
import { checkSignature, isEvidenceKey } from "#cli/check-signature.ts";
import { type Context, command } from "#cli/command.ts";
import { UsageError } from "#cli/errors.ts";
import { readPinnedKey } from "#cli/pinned-key.ts";
import type { Verdict } from "#core/evidence/verdict.ts";
import { verifyPack } from "#core/evidence/verify.ts";

const EXIT = { VALID: 0, INVALID: 1, INCONCLUSIVE: 2 } as const;

export const verify = command({
  name: "verify",
  summary: "Checks an evidence pack offline. Nothing is written, and nobody is asked.",
  synopsis: "<pack.zip> --mission <mission> [options]",
  help: `
Options:
      --mission ID  the mission the pack is said to be of
      --key FILE    the public key to trust, as PEM (the pinned one: evidence.pub in GANTRY_HOME)
      --json        the verdict with its reasons as one JSON object

Prints VALID, INVALID or INCONCLUSIVE, then one reason per line. Exit codes: 0, 1, 2 in that order; 2 as well
for wrong usage, which prints no verdict.`,
  options: { mission: { type: "string" }, key: { type: "string" }, json: { type: "boolean" } },
  takes: ["pack.zip"],
  async run(context, { mission, key, json }, [path = ""]) {
    if (!mission) throw new UsageError("--mission is missing: a pack is only good for the mission you mean.");
    const zip = await read(path);
    const pinned_key = key === undefined ? pinned(context) : await readKey(key);
    const verdict = verifyPack({ zip, mission, pinned_key, checkSignature });
    if (json) context.out.json(verdict);
    else show(context, verdict);
    return EXIT[verdict.verdict];
  },
});

function show({ out, config }: Context, { verdict, reasons, statement, ignored }: Verdict): void {
  out.line(out.paint(verdict === "VALID" ? "green" : "red", verdict));
  for (const { code, detail } of reasons) out.line(`${code}  ${detail}`);
  if (reasons.some(({ code }) => code === "KEY_NOT_PINNED"))
    out.line(
      `Trust a key with --key FILE, or pin it: ${config.program} evidence ${statement?.predicate.mission_id}`,
    );
  if (statement && verdict === "VALID") {
    const { phase, sealed_at, events } = statement.predicate;
    out.line(`${phase}, sealed ${sealed_at}, ${events.size} signals, root ${events.root}`);
  }
  for (const name of ignored) out.line(`Not under the seal, ignored: ${name}`);
}

function pinned({ config }: Context): string | undefined {
  const pem = readPinnedKey(config);
  if (pem !== undefined && !isEvidenceKey(pem))
    throw new UsageError(`evidence.pub in ${config.home} is not a P-256 public key.`);
  return pem;
}

async function readKey(path: string): Promise<string> {
  const pem = new TextDecoder().decode(await read(path, "--key: "));
  if (!isEvidenceKey(pem)) throw new UsageError(`--key: ${path} is not a P-256 public key.`);
  return pem;
}

function read(path: string, option = ""): Promise<Uint8Array> {
  return readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`${option}${path} cannot be read (${error.code}).`);
  });
}
