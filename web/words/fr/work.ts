import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("fr");

export const work: Catalogue["work"] = {
  views: "Ce que la mission a fait et produit",
  log: "Entrées",
  machine: "Étapes",
  preview: "Application",
  noPreview: "Il n’y a encore rien à ouvrir. L’application apparaîtra ici dès qu’elle sera déployée.",
  frameFaults: {
    unresolved:
      "Safari ne trouve pas les adresses qui se terminent par .localhost. Ouvrez cette page dans Chrome, Edge ou Firefox pour utiliser l’application ; ces images la montrent telle que ses vérifications l’ont laissée.",
    elsewhere:
      "L’application se trouve à une adresse que cette page n’affiche pas. Ouvrez-la avec le bouton ci-dessus.",
  },
  device: "Largeur de l’écran",
  devices: { phone: "Téléphone", tablet: "Tablette", desktop: "Ordinateur" },
  ownTab: "Ouvrir dans un onglet",
  theApp: (title) => `${title}, l’application`,
  frameHint:
    "Ce que vous saisissez ici reste dans cet aperçu : les navigateurs le séparent de ce que l’application enregistre dans son propre onglet. Si le cadre reste vide, ouvrez l’application dans un onglet.",
  output: "Sortie de la construction",
  files: "Fichiers",
  checks: "Vérifications",
  attempts: "Essais",
  attempt: (number) => `Essai ${number}`,
  noDraft: "Rien n’est encore écrit. L’ébauche apparaîtra ici d’elle-même.",
  noAttempt: "Il n’y a pas d’essai avec ce numéro. Choisissez une autre vue ci-dessus.",
  downloadSource: "Télécharger le code source",
  filesOf: (count) => counted(count, "fichier", "fichiers"),
  changedSinceAttempt: (count, attempt) =>
    `${counted(count, "fichier diffère", "fichiers diffèrent")} de l’essai ${attempt}`,
  changedSinceRelease: (count, release) =>
    `${counted(count, "fichier diffère", "fichiers diffèrent")} de la version ${release}`,
  content: "Contenu",
  copyFile: "le fichier",
  binary: "Ce fichier n’est pas du texte. Il se trouve dans le code source à télécharger.",
  tooLarge: "Ce fichier dépasse 1 Mio. Il se trouve dans le code source à télécharger.",
  leftOut: (lines) => counted(lines, "ligne inchangée", "lignes inchangées"),
  lines: (count) => counted(count, "ligne", "lignes"),
  matches: (count) => counted(count, "ligne correspond", "lignes correspondent"),
  searchOutput: "Rechercher dans la sortie",
  downloadOutput: "Enregistrer",
  goToLine: "Aller à la ligne",
  goToLineHint: "Une ligne, ou la première et la dernière : 120 ou 120-140",
  pause: "Suspendre",
  goOn: (missed) => `Continuer, ${counted(missed, "nouvelle ligne", "nouvelles lignes")}`,
  noOutput: "Les commandes n’ont rien affiché.",
  waitsForOutput: "En attente de la première sortie de la construction.",
  policy: { allow: "La politique autorise l’ébauche", deny: "La politique refuse l’ébauche" },
  build: (retry) => (retry === 0 ? "Construction et tests" : `Construction et tests, répétition ${retry}`),
  review: { accept: "La relecture accepte l’application", reject: "La relecture refuse l’application" },
  pageErrors: "La page a signalé des erreurs",
  notOpened: "L’application n’a pas encore été ouverte dans un navigateur.",
  passed: "Réussi :",
  failed: "Échoué :",
  screenshots: "L’application après ses vérifications",
  screenshotAt: (width) =>
    `L’application à une largeur de ${width} pixels, telle que ses vérifications l’ont laissée`,
  pixels: (width) => `${width} pixels de large`,
};
