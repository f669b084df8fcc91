import { setTimeout as pause } from "node:timers/promises";
import stringWidth from "fast-string-width";
import type { Context } from "#cli/context.ts";
import { Interrupted } from "#cli/errors.ts";
import { SafeText } from "./safe-text.ts";

const INTERVAL_MS = 2_000;

/** What is shown at one moment. */
export interface View {
  readonly lines: readonly (string | SafeText)[];
  /** What `--json` prints of it. */
  readonly json: unknown;
  /** Whether nothing more will change. */
  readonly final: boolean;
}

/**
 * Shows something again whenever it has changed, in place where the screen can be redrawn, until it is final. Ctrl+C
 * is Interrupted, without a word: it is how most watching ends.
 */
export async function watch(
  { out, signal }: Pick<Context, "out" | "signal">,
  json: boolean,
  look: () => Promise<View>,
): Promise<void> {
  let shown = "";
  let rows = 0;
  for (;;) {
    const view = await look();
    const now = json ? JSON.stringify(view.json) : view.lines.map(String).join("\n");
    if (now !== shown) {
      if (json) out.json(view.json);
      else rows = redraw(view.lines);
      shown = now;
    }
    if (view.final) return;
    await pause(INTERVAL_MS, undefined, { signal }).catch(() => {
      throw new Interrupted("");
    });
  }

  function redraw(lines: View["lines"]): number {
    if (out.screen && rows > 0) out.screen.write(`\x1b[${rows}A\r\x1b[0J`);
    else if (shown !== "") out.line();
    for (const line of lines) out.line(line);
    const columns = out.screen?.columns ?? 80;
    return lines
      .map((line) => Math.max(1, Math.ceil(stringWidth(SafeText.of(line).plain) / columns)))
      .reduce((sum, height) => sum + height, 0);
  }
}
