import { readFile } from "node:fs/promises";
import type { Context } from "#cli/context.ts";
import { UsageError } from "#cli/errors.ts";
import { checkSignature, isEvidenceKey } from "#cli/evidence/check-signature.ts";
import { readPinnedKey } from "#cli/evidence/pinned-key.ts";
import { repeatOnOwnNode } from "#cli/service/own-node.ts";
import { text } from "#cli/terminal/safe-text.ts";
import type { Predicate } from "#core/evidence/statement.ts";
import type { Verdict } from "#core/evidence/verdict.ts";
import { verifyPack } from "#core/evidence/verify.ts";
import { fileError } from "#core/kernel/file-error.ts";
import { EVIDENCE_KINDS } from "#core/registry/evidence-kinds.ts";

const EXIT = { VALID: 0, INVALID: 1, INCONCLUSIVE: 2 } as const;

export async function run(
  context: Context,
  options: { readonly mission?: string; readonly key?: string; readonly json?: boolean },
  [path = ""]: readonly string[],
): Promise<number> {
  const { mission, key, json } = options;
  if (!readsEveryPolicy()) return repeatOnOwnNode(context.config);
  if (!mission) throw new UsageError("--mission is required: a pack is checked for one particular mission.");
  const zip = await read(path);
  const pinned_key = key === undefined ? pinned(context) : await readKey(key);
  const verdict = verifyPack(EVIDENCE_KINDS, {
    zip,
    execution: mission,
    pinned_key,
    checkSignature,
  });
  if (json) context.out.json(verdict);
  else show(context, mission, verdict);
  return EXIT[verdict.verdict];
}

const MODIFIERS = "(?i:a)";

/** A policy's patterns may hold modifiers, `(?i:…)`, which Node knows from 23 on. Without them a pack could look wrong. */
function readsEveryPolicy(): boolean {
  try {
    return new RegExp(MODIFIERS).test("A");
  } catch {
    return false;
  }
}

function show(
  { out, config }: Context,
  mission: string,
  { verdict, reasons, statement, ignored, withheld }: Verdict,
): void {
  out.line(out.paint(verdict === "VALID" ? "green" : "red", verdict));
  for (const { code, detail } of reasons) out.line(text`${code}  ${detail}`);
  if (reasons.some(({ code }) => code === "KEY_NOT_PINNED"))
    out.line(text`Trust a key with --key FILE, or pin it: ${config.program} evidence ${mission}`);
  if (statement && verdict === "VALID") {
    const { sealed_at, events } = statement.predicate;
    out.line(
      text`${endingOf(statement.predicate)}, sealed ${sealed_at}, ${events.size} signals, root ${events.root}`,
    );
  }
  if (withheld > 0) out.line(`Without their data: ${withheld} ${withheld === 1 ? "signal" : "signals"}`);
  for (const name of ignored) out.line(text`Not under the seal, ignored: ${name}`);
}

/** The phase in which it rests where the evidence states one, else the outcome. */
function endingOf(predicate: Predicate): string {
  return "phase" in predicate && typeof predicate.phase === "string" ? predicate.phase : predicate.outcome;
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
    throw new UsageError(`${option}${fileError(path, "read", error)}.`);
  });
}
