import { AMBIGUOUS_BRANDS, BRANDS, SERVICES } from "#core/factory/guard/brands.ts";
import { unprotected } from "#core/factory/guard/protective.ts";
import type { ContentRule } from "#core/factory/guard/rule.ts";
import { SECRET } from "#core/factory/guard/secrets.ts";
import { anyWord, GAP } from "#core/factory/guard/words.ts";

const BRAND = `(?:${BRANDS.join("|")}|(?:${AMBIGUOUS_BRANDS.join("|")})(?= ${SERVICES}(?![\\p{L}])))`;

/** A similar look, and login with an account of the brand, do not present the app as the brand's. */
const HARMLESS = anyWord(
  `${BRAND}(?:'s)?(?: |-)?(?:style[ds]?|like|inspired|clones?|look(?:s|alike)?|themed?|feel|colou?rs?|design|layout|alternative|competitor|importer|exports?|api|feed|embed|widget|link|profile)`,
  `(?:in the style of|inspired by|like|similar to|alternative to|as in|style of|wie|comme|como) ${BRAND}(?:'s)?`,
  `(?:log ?-?in|sign ?-?(?:in|up)|continue|authenticate|anmelden|connexion) (?:with|via|using|through|mit|avec|con) ${BRAND}`,
  `(?:my|our)(?: own)? ${BRAND}(?:'s)? \\p{L}+`,
  `${BRAND} (?:o-?auth|sso|single sign-?on)`,
);

const MENTION = unprotected(`(?:${BRAND})(?:'s)?`);
const ASK =
  "(?:log(?:s|ging)? ?-?in|sign(?:s|ing)? ?-?in|ask|enter|type|fill|field|form|requir|request|need|collect|tak|want|mail|send|sav|submit|verlang|frag|eingeb|demand|saisi|pid|introduc)\\p{L}*";
/** The rest of the same sentence, however long. */
const REST = "[^.!?\\n¶]{0,160}?(?<![\\p{L}])";
const ASKS = anyWord(
  `${ASK} ${GAP}${SECRET}`,
  `(?:pages?|sites?|portals?|screens?|seiten?|paginas?) (?:for|with|fur|mit|pour|avec|para|con) ${GAP}${SECRET}`,
  "(?:verif|confirm|updat|unlock|reactivat|restor)\\p{L}* (?:their|your|his|her|the|an?) (?:\\p{L}+ ){0,2}(?:accounts?|identit(?:y|ies)|details|billing|payments?|cards?)",
  `${SECRET} (?:\\p{L}+ ){0,2}(?:eingeben|eingibt|eintippen|eintragen|angeben|bestatigen)`,
  "(?:accounts?|identity|billing|payment) (?:verification|recovery|confirmation|updates?|suspension)",
  "pages? de connexion|pagina de (?:acceso|inicio de sesion)",
  "(?:log ?-?in|sign ?-?in|anmelde|connexion) ?-?(?:pages?|forms?|screens?|sites?|portals?|seiten?|formular)",
);
const CLAIM = anyWord(
  "official(?:ly)?",
  "offiziell\\p{L}*",
  "officiel(?:le|s|les)?",
  "oficial(?:es)?",
  "genuine",
  "(?:the|a) real",
  "pretend(?:s|ing)? to be",
  "impersonat(?:e|es|ing)",
  "on behalf of",
  "in the name of",
  "im namen (?:der|von)",
  "au nom d[eu]",
  "en nombre de",
  "pass(?:es)? (?:it |itself )?off as",
  "(?:says?|claims?) (?:it is|it's|to be)",
  `als ${BRAND} ausgib\\p{L}*`,
  "se fa(?:it|isant) passer pour",
  "se ha(?:ce|cen|ciendo) pasar por",
  "so (?:that )?(?:people|users|customers|they|visitors) (?:will )?(?:think|believe)",
);

/** What looks exactly like the brand's own is no mere style once it asks for secrets. */
const LOOKS = anyWord(
  `(?:looks?|aussieht|aussehen|sieht|identical|ressemble|imite|parece|imita)(?: \\p{L}+){0,2} ${BRAND}(?:'s)?`,
);
const SECRETS = anyWord(SECRET);

/** A brand and a secret in one sentence, however the secret is to be had. */
const WITH_SECRET = anyWord(
  `${BRAND}(?:'s)?(?![\\p{L}])${REST}${SECRET}`,
  `${SECRET}(?![\\p{L}])${REST}${BRAND}(?:'s)?`,
);
/** The same for names that are also words, such as "Chase". */
const AMBIGUOUS = `(?:${AMBIGUOUS_BRANDS.join("|")})`;
const NAMED_WITH_SECRET = anyWord(
  `${AMBIGUOUS}(?:'s)?(?![\\p{L}])${REST}${SECRET}`,
  `${SECRET}(?![\\p{L}])${REST}${AMBIGUOUS}(?:'s)?`,
);
/** What people keep of their own: "my cards", "a list of bank accounts". */
const OWN = anyWord(
  "(?:my|our|mes|mon|ma|nos|notre|mis?|nuestr[oa]s?|mein\\p{L}*|unser\\p{L}*)",
  "(?:track|manag|list|log|overview|compar|inventor|notes?|remind|budget|vault|verwalt|ubersicht|vergleich|suivi|gestion|comparat|seguimiento|registro)\\p{L}*",
);
/** What shows that the name is meant as that of a brand: a page of it, or something that it sends. */
const POSES = anyWord(
  "(?:says?|claims?) (?:it is|it's|to be)",
  `${AMBIGUOUS} (?:\\p{L}+ )?(?:pages?|sites?|surveys?|forms?|support|help|accounts?|logins?|refunds?|gifts?|parcels?|seiten?|konto|formular|paginas?|web)`,
  `(?:pages?|sites?|seiten?|paginas?|web) (?:of|from|by|von|de|d') ?${AMBIGUOUS}`,
);
const OTHERS = anyWord(
  "(?:people|users?|customers?|visitors?|clients?|subscribers?|victims?|them|their|they|leute|kunden|nutzer\\p{L}*|besucher\\p{L}*|ihre|gens|abonnes?|utilisateurs?|leur|visiteurs?|gente|clientes?|usuarios?|abonados?|sus?)",
);

/** Apps that pose as a named bank, brand or authority. A look like that of a famous app is allowed. */
export const impersonation: ContentRule = {
  name: "impersonation",
  refuses: "apps that pose as a named bank, brand or authority and ask for secrets or claim to be official",
  matches(text) {
    const rest = HARMLESS.removedFrom(text);
    const isOwn = OWN.in(text) && !OTHERS.in(text);
    return (
      (MENTION.in(rest) && (CLAIM.in(rest) || ASKS.in(rest) || (WITH_SECRET.in(rest) && !isOwn))) ||
      (LOOKS.in(text) && SECRETS.in(text)) ||
      (NAMED_WITH_SECRET.in(rest) && OTHERS.in(rest) && POSES.in(rest))
    );
  },
};
