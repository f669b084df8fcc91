import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";

/** The parts of a request to release what was committed to the repository, as patterns in one language. */
interface Releasing {
  readonly verb: string;
  /** What is released: the commits, or "what I committed". */
  readonly object: string;
  /** Where it was committed; may be missing. */
  readonly place: string;
  /** What may follow a separated verb, and a "please". */
  readonly end: string;
}

const RELEASING: Readonly<Record<Locale, Releasing>> = {
  en: {
    verb: "(?:please )?(?:release|deploy|publish|ship|build|take in|pull in|pull|include|use|go live with)",
    object:
      "(?:(?:what|everything|all that|all) (?:that )?(?:i|we|they|she|he)(?: have|['’]ve)?(?: just)? (?:committed|pushed|merged|edited|changed)|(?:all )?(?:my|our|the|these|their)(?: latest| newest| last| new)? (?:commits?|pushed changes|changes|edits)(?: (?:i|we)(?: have|['’]ve)? (?:made|committed|pushed))?)",
    place:
      "(?:to|in|on|at|from) (?:the |my |our )?(?:repo|repository|github|git|main|main branch|branch|pull request)",
    end: "please",
  },
  de: {
    verb: "(?:bitte )?(?:veröffentliche|veröffentlichen|bringe?|übernimm|übernehme|nimm|baue?|deploye?)(?: bitte)?",
    object:
      "(?:(?:was|alles was) (?:ich|wir)(?: gerade)?(?: (?:in|auf|im|nach) (?:das |dem |den |mein |meinem )?(?:repository|repo|github|git|main|branch))? (?:eingecheckt|committet|commitet|gepusht|geändert|eingetragen|zusammengeführt) (?:habe|haben)|(?:meine|unsere|die|alle)(?: letzten| neuen| neuesten)? (?:commits|änderungen|eincheckungen))",
    place:
      "(?:in|auf|aus|von|im|bei) (?:dem |der |den |das |meinem )?(?:repository|repo|github|git|main|branch|pull request)",
    end: "(?:live|ein|mit|heraus|raus|bitte)",
  },
  fr: {
    verb: "(?:publie|publiez|déploie|déployez|reprends|reprenez|prends|intègre|intégrez|mets en ligne|mettez en ligne)",
    object:
      "(?:(?:tout )?ce que (?:j['’]ai|nous avons|on a) (?:commité|committé|poussé|modifié|fusionné|ajouté)|(?:mes|nos|les|tous mes)(?: derniers| dernières| nouveaux| nouvelles)? (?:commits|modifications|changements))",
    place:
      "(?:dans|sur|de|du|à|au) (?:le |mon |notre |la )?(?:dépôt|repository|repo|github|git|main|branche)",
    end: "(?:s['’]il (?:te|vous) pla[iî]t)",
  },
  es: {
    verb: "(?:publica|publique|despliega|despliegue|incorpora|incorpore|toma|usa|sube)",
    object:
      "(?:(?:todo )?lo que (?:he|hemos) (?:confirmado|subido|cambiado|modificado|fusionado)|(?:mis|nuestros|los|todos mis)(?: últimos| nuevos)? (?:commits|cambios))",
    place: "(?:en|de|del|a|al) (?:el |mi |nuestro |la )?(?:repositorio|repo|github|git|main|rama)",
    end: "(?:por favor)",
  },
};

const SENTENCES = LOCALES.map((locale) => {
  const { verb, object, place, end } = RELEASING[locale];
  return new RegExp(`^${verb} ${object}(?: ${place})?(?: ${end})?$`, "iu");
});

/** Whether a message only asks to release what was committed to the repository of an app: "release what I committed". */
export function asksForCommits(message: string): boolean {
  const sentence = message
    .normalize("NFC")
    .replaceAll(/[\s,]+/g, " ")
    .replace(/^[\s"'“„«¡]+|[\s.!"'”“»]+$/gu, "");
  return SENTENCES.some((pattern) => pattern.test(sentence));
}
