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
 * A proposal in the look that was chosen beside the words; unchanged without one. The newest statement counts: what that
 * message and later ones name of the look is kept, and so is the look of a product that a later one names. What earlier ones
 * named gives way. Without a specification, only the ledger changes: the colors of a blueprint follow from the plan.
 */
export function withTheme<P extends Pick<Proposal, "specification" | "ledger">>(
  proposal: P,
  chosen: ChosenTheme | undefined,
): P {
  const { specification, ledger } = proposal;
  if (!chosen) return proposal;
  const { theme, since } = chosen;
  if (!specification)
    return ledger && !isThemeNamed(ledger, since) ? givenWay(proposal, ledger, since) : proposal;
  const { look } = specification;
  if (!ledger) {
    // A model was told the rule and writes no ledger: only its newest answer must have the look that came with it.
    const kept = chosen.isNewest ? theme : (look.theme ?? theme);
    return { ...proposal, specification: { ...specification, look: { ...look, theme: kept } } };
  }
  const isNamed = (part: string) => ledger.some(({ by, message }) => by === part && message >= since);
  if (isThemeNamed(ledger, since)) return proposal;
  const of = themeOf(theme);
  const chosenLook = {
    ...look,
    theme,
    density: of.density,
    accent: isNamed("look.accent") ? look.accent : null,
    background: isNamed("look.background") ? look.background : null,
    scheme: isNamed("look.scheme") ? look.scheme : of.scheme,
  };
  return givenWay({ ...proposal, specification: { ...specification, look: chosenLook } }, ledger, since);
}

type Ledger = NonNullable<Proposal["ledger"]>;

/** Whether a message after the one with the chosen look names the look of a product. */
export const isThemeNamed = (ledger: Ledger, since: number): boolean =>
  ledger.some(({ by, message }) => by === "look.theme" && message > since);

/** The proposal whose ledger says that what earlier messages named of the look no longer holds. */
const givenWay = <P extends Pick<Proposal, "ledger">>(proposal: P, ledger: Ledger, since: number): P => ({
  ...proposal,
  ledger: supersede(ledger, PARTS, since),
});
