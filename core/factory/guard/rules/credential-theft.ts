import { isProtective } from "#core/factory/guard/protective.ts";
import type { ContentRule } from "#core/factory/guard/rule.ts";
import { SECRET } from "#core/factory/guard/secrets.ts";
import { anyWord, GAP } from "#core/factory/guard/words.ts";

const STEAL =
  "(?:steal(?:s|ing)?|stolen|harvest(?:s|ing|er)?|phish(?:es)?|skim(?:s|ming|mer)?|hijack(?:s|ing)?|grab(?:s|bing|ber)?|snatch(?:es)?|exfiltrat(?:e|es|ing)|crack(?:s|ing|er)?|brute ?-?forc(?:e|es|ing)|stehlen|stiehlt|klau(?:en|t)|abgreif(?:en|t)|vol(?:er|e)|derob(?:er|e)|roba(?:r|ndo)?)";
const THEFT = anyWord(
  `${STEAL}(?![\\p{L}])${GAP}${SECRET}`,
  `${SECRET}${GAP}(?<![\\p{L}])${STEAL}`,
  `${STEAL} (?:\\p{L}+ ){0,3}(?:accounts?|identit(?:y|ies)|cookies|konten|comptes|cuentas)`,
);

const COLLECT =
  "(?:captur|collect|log|record|sav|stor|send|forward|keep|read|mail|speicher|sammel|enregistr|guard)(?:s|e|es|ing|n|t|er|a|ar)?";
const SECRETLY =
  "(?:secretly|covertly|silently|without (?:them|their|her|his|anyone|people)(?: \\p{L}+)? ?(?:knowing|noticing|knowledge|consent)|behind (?:their|his|her) backs?|heimlich|en secret|en secreto|a escondidas)";
const SECRET_COLLECTION = anyWord(
  `${SECRETLY}${GAP}(?<![\\p{L}])${COLLECT}(?![\\p{L}])${GAP}${SECRET}`,
  `${SECRETLY}${GAP}${SECRET}${GAP}(?<![\\p{L}])${COLLECT}`,
  `${COLLECT}(?![\\p{L}])${GAP}${SECRET}${GAP}${SECRETLY}`,
);

/** Sending other people's secrets to the requester. A reminder of the requester's own secrets does not match. */
const HANDED_OVER = anyWord(
  `(?:e-?mail|send|forward|text|post)(?:s|ing)? (?:me|us|it to me|to my|to me)(?![\\p{L}])(?!${GAP}(?<![\\p{L}])(?:my|our) )${GAP}${SECRET}`,
  `${SECRET} (?:to|an|a) (?:me|my|mich|meine|moi|mi)`,
);
const HACK = anyWord(
  "hack(?:s|ing)? (?:into )?(?:my|his|her|their|someone'?s?|somebody'?s?|other|an?) (?:[\\p{L}']+ ){0,3}(?:accounts?|phones?|wi-?fi|computers?|e-?mails?|profiles?|snapchat|instagram|facebook|whats ?app|gmail)",
);
const WALLET = anyWord(
  `(?:enter|entry|type|field|form|asks? for|input|recover|restore|connect|import)\\p{L}*(?![\\p{L}])${GAP}(?:seed|recovery) ?-?phrases?`,
  `(?:seed|recovery) ?-?phrases? (?:entry|input|form|field|page)`,
);

/** Taking accounts, cards or identities from people without their consent. */
export const credentialTheft: ContentRule = {
  name: "credential-theft",
  refuses: "anything that takes people's passwords, cards or identities",
  matches: (text) =>
    SECRET_COLLECTION.in(text) ||
    ([THEFT, HANDED_OVER, HACK, WALLET].some((words) => words.in(text)) && !isProtective(text)),
};
