import { unprotected } from "#core/factory/guard/protective.ts";
import type { ContentRule } from "#core/factory/guard/rule.ts";
import { SECRET } from "#core/factory/guard/secrets.ts";
import { anyWord, GAP } from "#core/factory/guard/words.ts";

const PAGE =
  "(?:log ?-?in|sign ?-?in|banks?|banking|banque|banco|payment|checkout|verification|support|invoice|anmelde|connexion|inicio de sesion|acceso|site|sitio|formulaire|pagina)";
const SHOP = "(?:shops?|stores?|boutiques?|tiendas?)";
const FALSE =
  "(?:fake|bogus|spoof(?:ed)?|counterfeit|sham|gefalscht\\p{L}*|nachgemacht\\p{L}*|fausses?|faux|fals[oa]s?)";

const TALK_INTO =
  "(?:gets?|lures?|persuades?|convinces?|pressures?|dazu|verleit\\p{L}*|uberred\\p{L}*|pousse[rz]?|incite[rz]?|amene[rz]?|convenc\\p{L}*|logra que|hace que)(?![\\p{L}])";
const GIVE_AWAY =
  "(?:giv(?:e|ing) (?:up|away|out)|hand(?:ing)? over|reveal(?:ing)?|disclos(?:e|ing)|preis(?:zugeben|geben|geb\\p{L}*)|verrat\\p{L}*|heraus(?:zugeben|geben)|revel(?:er|ar|en)|divulg\\p{L}*|entreg(?:ar|uen))";

const DECEPTION = unprotected(
  "(?:spear ?-?)?phishing",
  "smishing",
  "vishing",
  "scam (?:page|site|website|shop|app|campaign)s?",
  "betrugs(?:seite|shop)n?",
  "(?:sitio|pagina|tienda|web|app|campana)s? de estafas?",
  "estafar",
  "arnaque",
  "hameconnage",
  `${FALSE} (?:\\p{L}+ ){0,2}${PAGE}(?:s|seiten?)?`,
  `${FALSE} (?:online )?${SHOP}`,
  "fake-?(?:bank|login|anmelde|shop|zahlungs|paket)\\p{L}*",
  `(?:${PAGE}|${SHOP}|pages?)(?: (?!that|with|and|de|et|y)\\p{L}+){0,2} (?:fals[oa]s?|fausses?|faux)`,
  `${FALSE} (?:\\p{L}+ ){0,3}(?:forms?|pages?|sites?)(?![\\p{L}])${GAP}${SECRET}`,
  `${PAGE} (?:pages?|forms?|screens?|sites?) (?:that|which) (?:looks?|is) (?:real|genuine|legit(?:imate)?)`,
  `looks? (?:exactly |just )?like (?:our|my|the|a|their) (?:\\p{L}+ ){0,2}(?:bank|intranet|portal|log ?-?in|sign ?-?in)\\p{L}*${GAP}(?:enters?|types?|log|give|submit|data|details|passwords?)`,
  `(?:clone|copy|replica|imitation) of (?:[\\p{L}']+ ){0,4}(?:log ?-?in|sign ?-?in|bank\\p{L}*) ?(?:pages?|forms?|screens?|portals?|sites?)(?![\\p{L}])${GAP}(?:catch|collect|get|steal|captur|grab)\\p{L}*`,
  "(?:trick|fool|deceive|scam|defraud)(?:s|ing)? (?:\\p{L}+ ){0,3}(?:into|out of)",
  `${TALK_INTO}${GAP}${SECRET}${GAP}(?<![\\p{L}])${GIVE_AWAY}`,
  `${TALK_INTO}${GAP}(?<![\\p{L}])${GIVE_AWAY}(?![\\p{L}])${GAP}${SECRET}`,
  `(?:tricks?|fools?|deceives?|scams?|dupes?|lies? to|lures?|lying to|betrugt|tauscht|trompe|engana)(?![\\p{L}])${GAP}${SECRET}`,
);

/** To pose as an authority or a company without a name, together with a question for secrets. */
const POSES = anyWord(
  "pretend(?:s|ing)? to be (?:from )?(?:the |our |a |an |my |their )?(?:\\p{L}+ ){0,2}(?:bank|tax office|police|government|post office|support|court|employer|it department|authority|authorities|insurance|hospital|company)",
  "gibt sich als (?:\\p{L}+ ){1,4}aus",
  "se fait passer pour",
  "se hace pasar por",
);
const SECRETS = anyWord(SECRET);

/** Pages and messages that deceive people about who is behind them. */
export const phishing: ContentRule = {
  name: "phishing",
  refuses: "phishing or other pages that deceive people",
  matches: (text) => DECEPTION.in(text) || (POSES.in(text) && SECRETS.in(text)),
};
