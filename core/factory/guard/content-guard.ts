import { normalise } from "#core/factory/guard/normalise.ts";
import type { ContentRule } from "#core/factory/guard/rule.ts";
import { credentialTheft } from "#core/factory/guard/rules/credential-theft.ts";
import { impersonation } from "#core/factory/guard/rules/impersonation.ts";
import { malware } from "#core/factory/guard/rules/malware.ts";
import { phishing } from "#core/factory/guard/rules/phishing.ts";
import { GantryError } from "#core/kernel/errors.ts";

const RULES: readonly ContentRule[] = [malware, phishing, credentialTheft, impersonation];

/**
 * Refuses requests for harmful apps before any model call. Checks all messages of a person together, so that a request
 * cannot be spread over several. Throws PolicyDenied for `field`, the field of the newest message; `rule` names the
 * rule.
 */
export function requireAllowedContent(messages: readonly string[], field: string): void {
  const rule = brokenRule(messages);
  if (!rule) return;
  throw new GantryError("PolicyDenied", `Gantry does not build ${rule.refuses}.`, {
    field,
    detail: { rule: rule.name },
  });
}

/** The first rule that the messages violate. */
export function brokenRule(messages: readonly string[]): ContentRule | undefined {
  // An attack may be spread over messages; a word of one does not make another harmless.
  const text = messages.map(normalise).join(" ¶ ");
  return RULES.find((rule) => rule.matches(text));
}
