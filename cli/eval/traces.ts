import type { Context } from "#cli/context.ts";
import { CliError } from "#cli/errors.ts";
import { editByHand, hasEdit } from "#cli/eval/edit-by-hand.ts";
import type { EvalChange } from "#cli/eval/request.ts";
import type { ChangeResult } from "#cli/eval/result.ts";
import type { Mode } from "#cli/eval/run-turn.ts";
import { sourceOf } from "#cli/eval/source.ts";
import type { SourceFile } from "#core/kernel/files.ts";

interface LiveApp {
  readonly mission_id: string;
  readonly url: string;
}

/** What a person left in an app and in its repository before a change. */
export interface Traces {
  /** Why something could not be left; null if nothing is wrong. */
  readonly error: string | null;
  /** Looks for it in the source and in the app after the change; null if the change did not go live. */
  look(after: { source: readonly SourceFile[]; url: string } | null): Promise<Looked>;
}

type Looked = Pick<ChangeResult, "hand_edit" | "records_kept">;

/** Edits the repository and enters records, as far as the change says so. Edits need published missions. */
export async function leaveTraces(
  context: Context,
  { edit, records }: EvalChange,
  { mission_id, url }: LiveApp,
  { publish, visitor }: Mode,
): Promise<Traces> {
  const browser = records && visitor.returning();
  const entered = records && browser ? await browser(url, records.before) : null;
  const edited = edit && publish ? await tryEdit(context, mission_id, edit) : null;
  const errors = [
    ...(entered?.passed === false ? [`the records could not be entered: ${entered.reason}`] : []),
    ...(edited?.error ? [`the edit by hand could not be made: ${edited.error}`] : []),
  ];
  return {
    error: errors.length > 0 ? errors.join("; ") : null,
    async look(after) {
      const shown =
        records && browser && entered?.passed && after ? await browser(after.url, records.after) : null;
      const kept = edit && after ? hasEdit(after.source, edit) : null;
      return {
        hand_edit: edited?.file ? { file: edited.file, kept } : null,
        records_kept: shown && { passed: shown.passed, reason: shown.reason ?? null },
      };
    },
  };
}

async function tryEdit(context: Context, mission_id: string, edit: NonNullable<EvalChange["edit"]>) {
  try {
    const source = await sourceOf(context, mission_id);
    return { file: await editByHand(context, mission_id, source, edit), error: null };
  } catch (error) {
    if (!(error instanceof CliError)) throw error;
    return { file: null, error: error.message };
  }
}
