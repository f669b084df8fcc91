import type { Plan } from "#core/factory/plan/plan.ts";
import { readAsk } from "./ask.ts";

type Settings = ReadonlyMap<string, string>;

const LOOK: ReadonlySet<string> = new Set(["theme", "accent", "background", "scheme"]);

/** What was said about an app of this kind, and the look that was chosen beside it. */
interface Said {
  readonly kind: string;
  readonly messages: readonly string[];
  /** The theme, and the index of the message that it came with. */
  readonly chosen: Plan["design_theme"];
}

/**
 * The stated settings in the look that was chosen beside the words; as they are without one. As in apps with a
 * specification, the newest statement counts: what that message and later ones state of the look is kept, and a theme that a
 * later one names replaces the chosen one.
 */
export function inChosenLook(settings: Settings, { kind, messages, chosen }: Said): Settings {
  if (!chosen) return settings;
  const statedFrom = (at: number) => readAsk(messages.slice(at), { kind }).settings;
  if (statedFrom(chosen.message + 1).has("theme")) return settings;
  const kept = statedFrom(chosen.message);
  const others = [...settings].filter(([id]) => !LOOK.has(id) || kept.has(id));
  return new Map([...others, ["theme", chosen.id]]);
}
