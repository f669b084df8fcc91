import { supersede } from "#core/factory/plan/ledger.ts";
import type { Proposal } from "#core/factory/plan/plan.ts";
import { type ThemeId, themeOf } from "#core/factory/themes/themes.ts";

/** A look that was chosen beside the words. */
export interface ChosenTheme {
  readonly theme: ThemeId;
  /** Index of the message that it came with. */
  readonly since: number;
  /** Whether this is the newest message. */
  readonly isNewest: boolean;
}

/** What a theme decides of a look, unless words name it. */
const PARTS = ["look.theme", "look.accent", "look.background", "look.scheme"];

/**
 * A proposal in the look that was chosen beside the words; unchanged without one, or without a specification. The newest
 * statement counts: what that message and later ones name of the look is kept, and so is the look of a product that a later
 * one names. What earlier ones named gives way.
 */
export function withTheme<P extends Pick<Proposal, "specification" | "ledger">>(
  proposal: P,
  chosen: ChosenTheme | undefined,
): P {
  const { specification, ledger } = proposal;
  if (!chosen || !specification) return proposal;
  const { look } = specification;
  const { theme, since } = chosen;
  if (!ledger) {
    // A model was told the rule and writes no ledger: only its newest answer must have the look that came with it.
    const kept = chosen.isNewest ? theme : (look.theme ?? theme);
    return { ...proposal, specification: { ...specification, look: { ...look, theme: kept } } };
  }
  const isNamed = (part: string, from: number) =>
    ledger.some(({ by, message }) => by === part && message >= from);
  if (isNamed("look.theme", since + 1)) return proposal;
  const of = themeOf(theme);
  const chosenLook = {
    ...look,
    theme,
    density: of.density,
    accent: isNamed("look.accent", since) ? look.accent : null,
    background: isNamed("look.background", since) ? look.background : null,
    scheme: isNamed("look.scheme", since) ? look.scheme : of.scheme,
  };
  return {
    ...proposal,
    specification: { ...specification, look: chosenLook },
    ledger: supersede(ledger, PARTS, since),
  };
}
