import { type Fact, find } from "./facts.ts";

const NAME = String.raw`\p{Lu}[\p{L}'’.-]*`;
const TOWN = String.raw`(?:,\s*(?:\d{4,5}\s)?${NAME}(?:\s${NAME})?(?:\s[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}|\s\d{5})?)?`;
const SMALL = String.raw`(?:(?:de|du|des|del|la|le|les|los|las|el|aux?)\s|[ld]['’])*`;

/** Streets with a number, as each language writes them, perhaps with the town. */
const ADDRESSES = [
  String.raw`(?:${NAME}\s)?${NAME.replace("*", "*?")}(?:straße|strasse|str\.|weg|platz|allee|gasse|ufer|damm)\s\d+[a-z]?\b${TOWN}`,
  String.raw`(?:${NAME}\s){1,2}(?:Straße|Strasse|Str\.|Weg|Platz|Allee|Gasse|Ufer|Damm)\s\d+[a-z]?\b${TOWN}`,
  String.raw`\d+[a-z]?\s(?:${NAME}\s){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Square|Way|Boulevard|Blvd|Court)\b\.?${TOWN}`,
  String.raw`(?:${NAME}\s){1,3}(?:Street|Road|Avenue|Lane|Drive|Square|Way|Boulevard|Court)\s\d+[a-z]?\b${TOWN}`,
  String.raw`\d+(?:\s?(?:bis|ter))?,?\s(?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Pp]lace|[Qq]uai|[Cc]hemin|[Aa]llée|[Ii]mpasse)\s${SMALL}${NAME}(?:[\s-]${SMALL}${NAME})*${TOWN}`,
  String.raw`(?:[Cc]alle|C/|[Aa]venida|[Aa]v\.|[Pp]laza|[Pp]aseo|[Cc]arrer)\s${SMALL}${NAME}(?:\s${SMALL}${NAME})*,?\s(?:n\.?º\s?)?\d+${TOWN}`,
].map((pattern) => new RegExp(String.raw`(?<![\p{L}\d])${pattern}`, "u"));

/** The first postal address of a message, as it is written. */
export function addressIn(message: string): Fact<string> | undefined {
  for (const pattern of ADDRESSES) {
    const fact = find(message, pattern);
    if (fact) return fact;
  }
  return undefined;
}
