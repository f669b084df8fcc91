import { unprotected } from "#core/factory/guard/protective.ts";
import type { ContentRule } from "#core/factory/guard/rule.ts";
import { SECRET } from "#core/factory/guard/secrets.ts";
import { anyWord, GAP, SECRETLY } from "#core/factory/guard/words.ts";

const STEAL =
  "(?:steal(?:s|ing)?|stolen|harvest(?:s|ing|er)?|phish(?:es)?|skim(?:s|ming|mer)?|hijack(?:s|ing)?|grab(?:s|bing|ber)?|snatch(?:es)?|exfiltrat(?:e|es|ing)|crack(?:s|ing|er)?|brute ?-?forc(?:e|es|ing)|stehlen|stiehlt|klau(?:en|t)|abgreif(?:en|t)|ausspion\\p{L}*|ausspah\\p{L}*|abfang\\p{L}*|erbeut\\p{L}*|intercept\\p{L}*|vol(?:er|e)|derob(?:er|e)|roba(?:r|ndo)?)";
const THEFT = unprotected(
  `${STEAL}(?![\\p{L}])${GAP}${SECRET}`,
  `${SECRET}${GAP}(?<![\\p{L}])${STEAL}`,
  `${STEAL} (?:\\p{L}+ ){0,3}(?:accounts?|identit(?:y|ies)|cookies|konten|comptes|cuentas)`,
);

const COLLECT =
  "(?:captur|collect|log|record|sav|stor|send|forward|keep|read|mail|speicher|sammel|recuper|obten|recopil|enregistr|guard)(?:s|e|es|ing|n|t|er|a|ar)?";
const SECRET_COLLECTION = anyWord(
  `${SECRETLY}${GAP}(?<![\\p{L}])${COLLECT}(?![\\p{L}])${GAP}${SECRET}`,
  `${SECRETLY}${GAP}${SECRET}${GAP}(?<![\\p{L}])${COLLECT}`,
  `${COLLECT}(?![\\p{L}])${GAP}${SECRET}${GAP}${SECRETLY}`,
);

const OTHERS =
  "(?:people|persons|users?|visitors?|customers?|players?|employees?|colleagues?|everyone|everybody|others?|they|strangers|nutzer\\p{L}*|kunden|besucher\\p{L}*|kollegen|visiteurs?|utilisateurs?|clients?|visitantes?|usuarios?|clientes?)";
const LOGIN =
  "(?:log ?-?ins?(?: and )?|pass ?-?words?|pass ?-?codes?|credentials?|pins?|pass ?-?worte?r?|zugangsdaten|mots? de passe|identifiants?|contrasenas?|claves?)";

/** Sending other people's secrets to the requester. A reminder of the requester's own secrets does not match. */
const HANDED_OVER = unprotected(
  `(?:(?:e-?)?mail|send|forward|text|post|show)(?:s|ing)? (?:me|us|it to me|to my|to me)(?![\\p{L}])(?!${GAP}(?<![\\p{L}])(?:my|our) )${GAP}${SECRET}`,
  `${SECRET} (?:to|an|a) (?:me|my|mich|meine|moi|mi)`,
  `cop(?:y|ies|ying)(?![\\p{L}])${GAP}${SECRET}${GAP}(?<![\\p{L}])(?:post|send|upload|forward)\\p{L}*`,
  `(?:tries|try|test)(?:s|ing)? (?:out )?(?:thousands?|hundreds?|millions?|lots|lists?|many|all) (?:of )?(?:\\p{L}+ )?${LOGIN}`,
  `mir(?! (?:meine?|unsere?)(?![\\p{L}]))${GAP}${SECRET}${GAP}(?:zu)?(?:schick|send|mail)\\p{L}*`,
  `(?:schick|send|mail|leit)\\p{L}* (?:mir|uns)(?! (?:meine?|unsere?|eine?)(?![\\p{L}]))${GAP}${SECRET}`,
  `(?:envoie|envoyez|transmets|transmettez|montre|montrez)[- ](?:moi|nous) (?!(?:mon|mes|notre|nos|un|une) )${GAP}${SECRET}`,
  `(?:envia|manda|reenvia|muestra)(?:me|nos) (?!(?:mi|mis|una?) )${GAP}${SECRET}`,
  `(?:m'|nous |me |nos )(?:envoie|transmet|montre|envia|manda|reenvia|muestra)(?! (?:mon|mes|mi|mis) )${GAP}${SECRET}`,
  `(?:see|read|view|collect|cop(?:y|ies))(?![\\p{L}])${GAP}${SECRET}(?: that)? ${OTHERS} (?:\\p{L}+ )?(?:enter|typ|us|fill)\\p{L}*`,
  `(?:collect|gather|harvest|sammel|collecter|recopil)\\p{L}*(?![\\p{L}])${GAP}${LOGIN} (?:of|from|von|de) (?:\\p{L}+ )?${OTHERS}`,
);
/** "Mail me what people typed there", where a secret is asked for. */
const WHAT_WAS_TYPED = anyWord(
  `(?:(?:e-?)?mail|send|forward|show)s? me (?:what(?:ever)?|everything|all)(?: that)? ${OTHERS} (?:\\p{L}+ )?(?:typ|enter|wr[io]t|fill)\\p{L}*`,
);
const SECRETS = anyWord(SECRET);
const SOMEONE =
  "(?:my|his|her|their|the|a|someone|somebody|other)'?s? (?:\\p{L}+ )?(?:neighbou?r|ex|wife|husband|girlfriend|boyfriend|partner|boss|friend|colleague|classmate|teacher|sister|brother|parent|roommate|child)";
const HACK = unprotected(
  `(?:guess|crack|find out)(?:s|es|ing)? (?:the |a )?(?:\\p{L}+ ){0,2}${LOGIN} (?:of|for|to) ${SOMEONE}`,
  `(?:break|get|log|sneak)(?:s|ing)? into ${SOMEONE}`,
  "hack(?:s|ing)? (?:into )?(?:my|his|her|their|someone'?s?|somebody'?s?|other|an?) (?:[\\p{L}']+ ){0,3}(?:accounts?|phones?|wi-?fi|computers?|e-?mails?|profiles?|snapchat|instagram|facebook|whats ?app|gmail)",
);
const WALLET = unprotected(
  `(?:enter|entry|type|field|form|asks? for|input|recover|restore|connect|import)\\p{L}*(?![\\p{L}])${GAP}(?:seed|recovery) ?-?phrases?`,
  `(?:seed|recovery) ?-?phrases? (?:entry|input|form|field|page)`,
);

/** Taking accounts, cards or identities from people without their consent. */
export const credentialTheft: ContentRule = {
  name: "credential-theft",
  refuses: "anything that takes people's passwords, cards or identities",
  matches: (text) =>
    SECRET_COLLECTION.in(text) ||
    [THEFT, HANDED_OVER, HACK, WALLET].some((words) => words.in(text)) ||
    (WHAT_WAS_TYPED.in(text) && SECRETS.in(text)),
};
