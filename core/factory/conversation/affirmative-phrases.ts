import type { Locale } from "#core/factory/specification/specification.ts";

/** The affirmations of one language, in lower case without accents and apostrophes: "d'accord" is "daccord". */
interface Language {
  readonly locale: Locale;
  /** Sentences or parts of sentences that are an affirmation. */
  readonly phrases: readonly string[];
  /** Words that do not change the meaning: courtesy, address, urgency. */
  readonly fillers: readonly string[];
  /** Words that join two phrases. */
  readonly joints: readonly string[];
}

export const ENGLISH: Language = {
  locale: "en",
  phrases: [
    ...[
      "yes",
      "yeah",
      "yep",
      "yup",
      "ok",
      "okay",
      "sure",
      "correct",
      "absolutely",
      "definitely",
      "of course",
    ],
    ...["proceed", "confirm", "confirmed", "approve", "approved", "go", "go ahead", "go for it", "do"],
    ...["do it", "do that", "build it", "make it", "ship it", "start", "start building", "start it"],
    ...["lets go", "let us go", "lets do it", "sounds good", "looks good", "looks great", "perfect", "great"],
    ...["that is right", "thats right", "exactly", "that is perfect", "thats perfect", "that works"],
    ...["works for me", "fine by me", "fine with me", "sounds good to me", "looks good to me", "lgtm"],
    ...["i agree", "agreed", "i approve", "i confirm", "make it so", "alright", "all right", "sure thing"],
    ...["by all means", "lets build it", "im happy with that", "im happy with it", "roger", "yes go"],
  ],
  fillers: ["please", "thanks", "thank you", "now", "gantry"],
  joints: ["and", "then"],
};

const GERMAN: Language = {
  locale: "de",
  phrases: [
    ...["ja", "jawohl", "jawoll", "jo", "jap", "okay", "ok", "klar", "alles klar", "na klar", "sicher"],
    ...[
      "naturlich",
      "natuerlich",
      "selbstverstandlich",
      "genau",
      "genau so",
      "stimmt",
      "stimmt so",
      "richtig",
    ],
    ...[
      "das stimmt",
      "das passt",
      "passt",
      "passt so",
      "einverstanden",
      "bestatigt",
      "bestaetigt",
      "genehmigt",
    ],
    ...[
      "ich bestatige",
      "ich bestaetige",
      "ich bin einverstanden",
      "gern",
      "gerne",
      "sehr gern",
      "sehr gerne",
    ],
    ...["mach das", "mach es", "machs", "mach weiter", "weiter", "bau es", "bau das", "baue es", "baue das"],
    ...[
      "leg los",
      "los gehts",
      "los geht es",
      "fang an",
      "beginne",
      "starte",
      "start",
      "auf gehts",
      "mach mal",
    ],
    ...[
      "sieht gut aus",
      "das sieht gut aus",
      "klingt gut",
      "das klingt gut",
      "sehr gut",
      "gut so",
      "perfekt",
    ],
    ...["prima", "super", "wunderbar", "in ordnung", "das ist in ordnung", "abgemacht"],
  ],
  fillers: ["bitte", "danke", "vielen dank", "jetzt", "gantry", "dann"],
  joints: ["und"],
};

const FRENCH: Language = {
  locale: "fr",
  phrases: [
    ...[
      "oui",
      "ouais",
      "ok",
      "daccord",
      "dac",
      "entendu",
      "bien sur",
      "oui bien sur",
      "bien entendu",
      "parfait",
    ],
    ...[
      "cest parfait",
      "cest bon",
      "cest bien",
      "cest correct",
      "cest exact",
      "cest ca",
      "exact",
      "exactement",
    ],
    ...["absolument", "tout a fait", "vas y", "allez y", "allons y", "on y va", "cest parti", "fais le"],
    ...["faites le", "fais ca", "construis le", "construisez le", "lance", "lance le", "lancez", "lancez le"],
    ...["commence", "commencez", "continue", "continuez", "demarre", "demarrez", "confirme", "je confirme"],
    ...[
      "approuve",
      "japprouve",
      "valide",
      "je valide",
      "je suis daccord",
      "ca me va",
      "ca marche",
      "ca roule",
    ],
    ...["tres bien", "super", "genial", "nickel", "avec plaisir", "volontiers"],
  ],
  fillers: ["sil te plait", "sil vous plait", "svp", "stp", "merci", "maintenant", "gantry", "alors"],
  joints: ["et", "puis"],
};

const SPANISH: Language = {
  locale: "es",
  phrases: [
    ...["si", "ok", "vale", "claro", "claro que si", "por supuesto", "desde luego", "de acuerdo", "correcto"],
    ...[
      "exacto",
      "exactamente",
      "asi es",
      "eso es",
      "esta bien",
      "muy bien",
      "perfecto",
      "listo",
      "genial",
      "estupendo",
    ],
    ...["me parece bien", "me parece perfecto", "suena bien", "se ve bien", "todo bien", "adelante", "dale"],
    ...["venga", "vamos", "hazlo", "hagalo", "construyelo", "crealo", "lanzalo", "empieza"],
    ...[
      "empiece",
      "comienza",
      "comience",
      "continua",
      "continue",
      "procede",
      "proceda",
      "confirmo",
      "confirmado",
    ],
    ...["lo confirmo", "apruebo", "aprobado", "lo apruebo", "estoy de acuerdo", "con mucho gusto"],
  ],
  fillers: ["por favor", "gracias", "muchas gracias", "ahora", "gantry", "entonces"],
  joints: ["y", "luego"],
};

/** The languages in which a person can confirm. */
export const LANGUAGES: readonly Language[] = [ENGLISH, GERMAN, FRENCH, SPANISH];
