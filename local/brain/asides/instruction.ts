import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";

/**
 * Messages that begin with an instruction to the consultant about its own instructions: to ignore them, or to show
 * them. They describe no app, whatever follows.
 */
const INSTRUCTIONS: Readonly<Record<Locale, RegExp>> = {
  en: /^(?:please )?(?:(?:ignore|disregard|forget|override|bypass) (?:(?:all|any|the|your|my|of|these|those|previous|prior|above|earlier|preceding|system) )*(?:instructions?|rules|guidelines|prompts?|directives)|(?:print|show|reveal|repeat|output|display|tell|give|leak)(?: me| us)? (?:your|the) (?:full |whole |entire |hidden |initial )?(?:system |developer )?(?:prompt|instructions|message))\b/,
  de: /^(?:bitte )?(?:(?:ignoriere|ignorier|vergiss|missachte|umgehe) (?:(?:alle|die|deine|meine|aller|bisherigen|vorherigen|vorigen|obigen|früheren) )*(?:anweisungen|anweisung|regeln|vorgaben|prompts?)|(?:zeig|zeige|drucke|nenne|verrate|gib|wiederhole)(?: mir| uns)? (?:deinen|deine|den|die) (?:ganzen |vollständigen |geheimen )?(?:system-?prompt|systemprompt|prompt|systemanweisungen|anweisungen))/,
  fr: /^(?:s'il vous plaît |stp )?(?:(?:ignore|ignorez|oublie|oubliez|contourne) (?:(?:toutes|tes|vos|les|mes|des) )*(?:instructions|consignes|règles)|(?:affiche|montre|révèle|répète|donne|imprime)(?:z|-moi|-nous)* (?:ton|votre|le|tes|vos|les) (?:prompt|instructions|consignes|message))/,
  es: /^(?:por favor )?(?:(?:ignora|olvida|omite|desobedece) (?:(?:todas|tus|las|mis|sus) )*(?:instrucciones|reglas|indicaciones)|(?:muestra|muéstrame|imprime|revela|repite|dime|dame) (?:tu|el|tus|las) (?:prompt|instrucciones|mensaje))/,
};

/** The language of a message that begins with an instruction to the consultant itself; null for any other message. */
export function instructionIn(message: string): Locale | null {
  const text = message
    .trim()
    .toLowerCase()
    .replaceAll("’", "'")
    .replaceAll(/[\s,;:]+/g, " ");
  return LOCALES.find((locale) => INSTRUCTIONS[locale].test(text)) ?? null;
}
