import { hexIn, tint } from "#local/brain/recognise/look/color-names.ts";
import { ACCENT_PATTERNS, BACKGROUND_PATTERNS } from "#local/brain/recognise/look/stated-colors.ts";
import { SCHEME_PATTERNS } from "#local/brain/recognise/look/stated-scheme.ts";
import { thingColor } from "./css-colors.ts";
import { met, now, type State } from "./state.ts";

/**
 * Reads what a message states of the look in words of its own: "dark mode only", "a blue background", "in gold". Their
 * words are settled, so that nothing else is read into them.
 */
export function readStatedLook(state: State, message: string): void {
  for (const [scheme, pattern] of SCHEME_PATTERNS.app)
    if (take(state, message, [pattern], "look.scheme") !== null) state.draft.scheme = scheme;
  const background = take(state, message, BACKGROUND_PATTERNS, "look.background");
  if (background !== null) state.draft.background = tint(hexIn(background));
  const accent = take(state, message, ACCENT_PATTERNS, "look.accent");
  if (accent !== null) state.draft.accent = hexIn(accent);
}

/** Whether a color is a thing that the message is about as well: "a plum tracker in plum". */
function isThing(text: string, message: string): boolean {
  const words = wordsIn(message);
  return wordsIn(text).some(
    (word) => thingColor(word) !== undefined && words.filter((each) => each.startsWith(word)).length > 1,
  );
}

const wordsIn = (text: string): string[] => text.toLowerCase().match(/\p{L}+/gu) ?? [];

/** The first text that a pattern finds and that says nothing else yet; its words are settled as a part. */
function take(state: State, message: string, patterns: readonly RegExp[], part: string): string | null {
  const { tokens, dispositions } = now(state);
  for (const pattern of patterns) {
    const found = pattern.exec(message);
    if (!found) continue;
    const within = tokens.flatMap(({ start, end }, at) =>
      found.index <= start && end <= found.index + found[0].length ? [at] : [],
    );
    if (within.some((at) => dispositions[at] !== undefined) || isThing(found[0], message)) continue;
    for (const at of within) dispositions[at] = met(part);
    return found[0];
  }
  return null;
}
