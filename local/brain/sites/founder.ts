import type { Locale } from "#core/factory/specification/specification.ts";
import type { Fact } from "./facts.ts";

/** A person of a business, and what they are there. */
export interface Founder {
  readonly name: string;
  readonly role: string;
}

/** The words before a name in each language, with what the person is called on the page. */
const CUES: Readonly<Record<Locale, readonly (readonly [cue: string, role: string])[]>> = {
  en: [
    ["founded by|founder(?: is|:)?", "Founder"],
    ["owned by|run by|owner(?: is|:)?", "Owner"],
  ],
  de: [
    ["gegründet von|Gründer(?:in)?(?: ist|:)?", "Gründung"],
    ["Inhaber(?:in)?(?: ist|:)?|geführt von", "Inhaber"],
  ],
  fr: [
    ["fondée? par|fondat(?:eur|rice)(?: est|:)?", "Fondation"],
    ["tenue? par|propriétaire(?: est|:)?", "Propriétaire"],
  ],
  es: [
    ["fundad[oa] por|fundador(?:a)?(?: es|:)?", "Fundación"],
    ["propietari[oa](?: es|:)?|dueñ[oa](?: es|:)?", "Propiedad"],
  ],
};
const NAME = /\p{Lu}[\p{L}'’-]*(?:\s\p{Lu}[\p{L}'’-]*){0,3}/uy;

/** The person who founded or owns the business, if a message names one: "founded by Maria Rossi". */
export function founderIn(message: string, locale: Locale): Fact<Founder> | undefined {
  for (const [cue, role] of CUES[locale]) {
    const begin = new RegExp(String.raw`(?<!\p{L})(?:${cue})\s+`, "iu").exec(message);
    if (!begin) continue;
    NAME.lastIndex = begin.index + begin[0].length;
    const [name] = NAME.exec(message) ?? [];
    if (name !== undefined)
      return {
        value: { name: name.slice(0, 60), role },
        start: begin.index,
        end: begin.index + begin[0].length + name.length,
      };
  }
  return undefined;
}
