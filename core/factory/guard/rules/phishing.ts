import { isProtective } from "#core/factory/guard/protective.ts";
import type { ContentRule } from "#core/factory/guard/rule.ts";
import { anyWord } from "#core/factory/guard/words.ts";

const PHISHING = anyWord(
  "(?:spear ?-?)?phishing",
  "smishing",
  "vishing",
  "scam (?:page|site|website|shop|app|campaign)s?",
  "betrugs(?:seite|shop)n?",
  "arnaque",
  "hameconnage",
);

const PAGE =
  "(?:log ?-?in|sign ?-?in|bank(?:ing)?|payment|checkout|verification|support|shop|store|invoice|anmelde|connexion)";
const FAKE = anyWord(
  `(?:fake|bogus|spoof(?:ed)?|counterfeit|gefalscht\\p{L}*|fausse|falsa) (?:\\p{L}+ ){0,2}${PAGE}(?:s|seiten?)?`,
  `${PAGE} (?:pages?|forms?|screens?|sites?) (?:that|which) (?:looks?|is) (?:real|genuine|legit(?:imate)?)`,
  "(?:trick|fool|deceive|scam|defraud)(?:s|ing)? (?:\\p{L}+ ){0,3}(?:into|out of)",
);

/** Pages and messages that deceive people about who is behind them. */
export const phishing: ContentRule = {
  name: "phishing",
  refuses: "phishing or other pages that deceive people",
  matches: (text) => (PHISHING.in(text) || FAKE.in(text)) && !isProtective(text),
};
