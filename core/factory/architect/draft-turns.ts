import type { Assembled } from "#core/factory/architect/draft-app.ts";
import { type DraftLimits, DraftReader, type Refusal } from "#core/factory/architect/draft-reader.ts";
import { FILE_LINES } from "#core/factory/architect/file-fault.ts";
import { appText, fileEnd, filesText } from "#core/factory/architect/markers.ts";
import type { Manifest } from "#core/factory/manifest/manifest.ts";
import { GantryError } from "#core/kernel/errors.ts";
import type { SourceFile } from "#core/kernel/files.ts";
import { CallFailed, type ModelMessage } from "#core/model/converser.ts";

/** Repairs of one draft, and continuations of a draft that was cut off or broke off. */
const MAX_REPAIRS = 3;
const MAX_CONTINUATIONS = 4;

interface Drafting {
  readonly first: ModelMessage;
  /** The files of the app that is to be changed; none for a new app. */
  readonly existing?: readonly SourceFile[];
  readonly limits: DraftLimits;
  /** Assembles and checks what is complete. */
  readonly assemble: (files: readonly SourceFile[], app: unknown) => Assembled;
  /** Makes a call whose text is passed to `accept`; returns why it ended. Throws like {@link Call}. */
  readonly callModel: (
    messages: readonly ModelMessage[],
    accept: (piece: string) => boolean,
  ) => Promise<{ readonly stop_reason: string }>;
  /** Whether there is time for another turn. */
  readonly hasTime: () => boolean;
  /** Why the policy blocks the draft, as sentences. */
  readonly policyFaults: (manifest: Manifest) => readonly string[];
}

/**
 * Has a model draft an app, or change one, file by file. Complete files are kept, whatever becomes of the rest: a draft that is cut off or
 * breaks off continues with the file that was not complete, and never starts again. What is refused goes back with the
 * reasons, at most three times; what the policy blocks goes back once, and is otherwise returned, because the policy gate
 * records the verdict. Throws ModelRefused, also when the time of all turns is over.
 */
export async function draftByTurns(drafting: Drafting): Promise<Manifest> {
  const { assemble, policyFaults, hasTime, existing = [] } = drafting;
  const files = new Map(existing.map((file) => [file.path, file]));
  let app: unknown;
  let request: string | null = null;
  const left = { repairs: MAX_REPAIRS, continuations: MAX_CONTINUATIONS, policy: 1 };
  for (;;) {
    if (request !== null && !hasTime()) throw refused("its time was over before the draft was complete");
    const received = await receive(drafting, files, app, request);
    for (const path of received.deleted) files.delete(path);
    for (const [path, file] of received.files) files.set(path, file);
    app = received.app ?? app;
    if (received.brokeOff) {
      if (left.continuations-- <= 0) throw refused("its draft was cut off again and again");
      request = continuation(received.open);
      continue;
    }
    const why = received.refusal
      ? refusalText(received.refusal)
      : received.done
        ? null
        : unfinished(received.open);
    if (why !== null) {
      if (left.repairs-- <= 0) throw refused(why);
      request = `${why} ${CONTINUE}`;
      continue;
    }
    const draft = assemble([...files.values()], app);
    const blocked = "manifest" in draft ? policyFaults(draft.manifest) : [];
    if ("manifest" in draft && (blocked.length === 0 || left.policy-- <= 0)) return draft.manifest;
    const faults = ("faults" in draft ? draft.faults : blocked).join(" ");
    if ("faults" in draft && left.repairs-- <= 0) throw refused(faults);
    request = `The draft cannot be used. ${faults} ${REPAIR}`;
  }
}

const CONTINUE =
  'Write that file again, and then everything that is still missing, up to "=== done ===". Do not repeat files that are complete.';
const REPAIR =
  'Write again only the files that change, each whole, the app block if it changes, and "=== done ===" at the end.';

/** Makes one call and returns what arrived, also if the call failed in its middle. */
async function receive(
  { first, callModel, limits, existing = [] }: Drafting,
  files: ReadonlyMap<string, SourceFile>,
  app: unknown,
  request: string | null,
) {
  const reader = new DraftReader(files, limits);
  const messages: ModelMessage[] =
    request === null
      ? [first]
      : [
          first,
          { role: "assistant", text: written(without(files, existing), app) },
          { role: "user", text: request },
        ];
  let brokeOff: boolean;
  try {
    const { stop_reason } = await callModel(messages, (piece) => reader.push(piece));
    brokeOff = stop_reason === "max_tokens";
  } catch (error) {
    if (!(error instanceof CallFailed && error.code === "ModelUnavailable")) throw error;
    if (reader.finish().files.size === 0) throw error;
    brokeOff = true;
  }
  const received = reader.finish();
  return { ...received, brokeOff: brokeOff && !received.refusal && !received.done };
}

/** The files that the model has written: existing ones are the same objects until it changes them. */
const without = (files: ReadonlyMap<string, SourceFile>, existing: readonly SourceFile[]): SourceFile[] =>
  [...files.values()].filter((file) => !existing.includes(file));

/** What is complete, as the model's own turn. */
const written = (files: readonly SourceFile[], app: unknown): string =>
  `${filesText(files)}${app === undefined ? "" : appText(app)}` || "(Nothing is complete yet.)";

function continuation(open: string | null): string {
  const next =
    open === null ? "Continue with what comes next." : `Continue with ${open}, from its first line, whole.`;
  return `Your answer was cut off. What stands above is complete. ${next} Do not repeat files that are complete. The last line is "=== done ===".`;
}

const refusalText = ({ path, why }: Refusal): string =>
  path === null ? why : `The file ${printable(path)} was refused: it ${why}.`;

const unfinished = (open: string | null): string =>
  open === null
    ? 'The line "=== done ===" is missing.'
    : `The file ${open} has no end marker '${fileEnd(open)}' (a file has at most ${FILE_LINES} lines).`;

const printable = (path: string): string => path.slice(0, 80).replace(/[^\x20-\x7e]/g, "?");

function refused(why: string): GantryError {
  const sentence = why.endsWith(".") ? why : `${why}.`;
  return new GantryError("ModelRefused", `The model returned no usable draft: ${sentence}`);
}
