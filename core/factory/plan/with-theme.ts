import type { Proposal } from "#core/factory/plan/plan.ts";
import type { ThemeId } from "#core/factory/themes/themes.ts";

/**
 * A proposal in the look that was chosen beside the words; unchanged without one, or without a specification. Colors
 * that the words name are kept, all others give way to those of the look.
 */
export function withTheme<P extends Pick<Proposal, "specification" | "ledger">>(
  proposal: P,
  theme: ThemeId | undefined,
): P {
  const { specification, ledger } = proposal;
  if (theme === undefined || !specification) return proposal;
  const isNamed = (part: string) => !ledger || ledger.some(({ by }) => by === part);
  const { accent, background, ...look } = specification.look;
  const chosen = {
    ...look,
    theme,
    accent: isNamed("look.accent") ? accent : null,
    background: isNamed("look.background") ? background : null,
  };
  return { ...proposal, specification: { ...specification, look: chosen } };
}
