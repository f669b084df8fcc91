import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";
import { phrase } from "../phrase.ts";

const counted = countedIn("fr");

export const evidence: Catalogue["evidence"] = {
  title: "Vérifier des preuves",
  lead: "Le même vérificateur qu’en ligne de commande, dans ce navigateur. Le fichier n’est envoyé nulle part.",
  pack: "Dossier",
  file: "Preuves (ZIP)",
  chooseFile: "Choisissez les preuves : un fichier ZIP.",
  ofMission: "Mission dont elles doivent provenir",
  key: "Clé de confiance (PEM)",
  keyHint: "Sans elle, la clé que ce navigateur a d’abord vue de cette installation",
  verify: "Vérifier",
  anotherKey:
    "L’installation présente une autre clé que celle à laquelle ce navigateur se fiait jusqu’ici. Le verdict vaut pour la clé de confiance.",
  sentences: {
    VALID: "Les preuves sont ce qui a été scellé, et leur journal suit les règles.",
    INVALID: "Les preuves ne sont pas ce qui a été scellé, ou leur journal enfreint une règle.",
    INCONCLUSIVE: "Rien d’anormal n’a été trouvé, mais ce n’est pas prouvé non plus.",
  },
  log: (size, root, sealedAt) =>
    phrase`${counted(size, "signal", "signaux")}, racine ${root}, scellé ${sealedAt}`,
  theRoot: "la racine du journal",
  withheld: (count) => `Signaux sans leurs données : ${count}`,
  ignored: (name) => `Hors du sceau, ignoré : ${name}`,
};
