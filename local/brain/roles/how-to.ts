import { LOCALES, type Locale } from "#core/factory/specification/specification.ts";
import { rowsOf, textFrom, wordsFrom } from "#local/brain/lexicon/table.ts";
import type { Text, Words } from "#local/brain/lexicon/types.ts";
import { keysOf } from "#local/brain/recognise/words.ts";

/** What people ask how to do, by words that a question must have together. `key | en | de | fr | es` */
const ASKED: readonly (readonly [string, Words])[] = rowsOf(
  `
cancel   | cancel, stop mission, abort, stop build | abbrechen, breche ab, stoppen, stoppe, Mission beenden | annuler, annule, arrêter, arrête | cancelar, cancelo, detener, detengo, parar, paro
rollback | rollback, roll back, go back, earlier release, previous release, older version, undo release | zurückrollen, zurück Version, frühere Version, alte Version | revenir version, version précédente, ancienne version | volver versión, versión anterior
delete   | delete, remove project, take down | löschen, lösche, Projekt entfernen | supprimer, supprime, effacer, efface | eliminar, elimino, borrar, borro
change   | change app, change my, edit app, update app, modify | App ändern, ändere App, anpassen, Änderung | modifier, modifie, changer application, change application | cambiar aplicación, cambio aplicación, modificar, modifico
failure  | why fail, why failed, what went wrong | warum fehlgeschlagen, warum gescheitert, schiefgegangen | pourquoi échoué | por qué falló, por qué fallado
verify   | verify, check evidence | prüfen Nachweis, prüfe Nachweis, überprüfen, überprüfe | vérifier, vérifie | verificar, verifico, comprobar, compruebo
connect  | connect github, connect vercel, github token, vercel token, my own github | GitHub verbinden, Vercel verbinden, verbinde GitHub, verbinde Vercel | connecter github, connecter vercel, connecte github, connecte vercel | conectar github, conectar vercel, conecto github, conecto vercel
confirm  | approve plan, confirm, start mission, start build, begin | bestätigen, bestätige, starten, starte | confirmer, confirme, démarrer, démarre, lancer, lance | confirmar, confirmo, empezar, empiezo, iniciar, inicio
model    | own model, connect model, use model | eigenes Modell, Modell verbinden | propre modèle, connecter modèle | propio modelo, conectar modelo
safe     | data safe, data private, data secure, where data | Daten sicher, wo Daten | données sécurité, où données | datos seguros, dónde datos
`,
  5,
).map(([key = "", ...cells]) => [key, wordsFrom(cells)] as const);

const ANSWERS: ReadonlyMap<string, Text> = new Map(
  rowsOf(
    `
cancel   | \`gantry cancel <mission>\` or the button on its page cancels a mission. It ends as CANCELLED, with its evidence sealed. | \`gantry cancel <Mission>\` oder die Schaltfläche auf ihrer Seite bricht eine Mission ab. Sie endet als CANCELLED, mit versiegeltem Nachweis. | \`gantry cancel <mission>\` ou le bouton de sa page annule une mission. Elle se termine en CANCELLED, avec ses preuves scellées. | \`gantry cancel <misión>\` o el botón de su página cancela una misión. Termina como CANCELLED, con sus pruebas selladas.
rollback | \`gantry rollback <project> [release]\` makes an earlier release live again, without building it. | \`gantry rollback <Projekt> [Version]\` macht eine frühere Version wieder öffentlich, ohne sie neu zu bauen. | \`gantry rollback <projet> [version]\` remet une version précédente en ligne, sans la reconstruire. | \`gantry rollback <proyecto> [versión]\` vuelve a publicar una versión anterior sin construirla.
delete   | \`gantry delete <project>\` takes a project off the network. Its repository, releases and evidence are kept. | \`gantry delete <Projekt>\` nimmt ein Projekt aus dem Netz. Repository, Versionen und Nachweise bleiben. | \`gantry delete <projet>\` retire un projet du réseau. Son dépôt, ses versions et ses preuves restent. | \`gantry delete <proyecto>\` retira un proyecto de la red. Su repositorio, sus versiones y sus pruebas se conservan.
change   | Before you confirm, say what to change. Afterwards \`gantry change <project> "…"\` shows what becomes different, and builds it once you confirm. | Vor der Bestätigung sagen Sie einfach, was anders sein soll. Danach zeigt \`gantry change <Projekt> "…"\`, was sich ändert, und baut es nach Ihrer Bestätigung. | Avant de confirmer, dites ce qu'il faut changer. Ensuite, \`gantry change <projet> "…"\` montre ce qui change et le construit après votre confirmation. | Antes de confirmar, diga qué cambiar. Después, \`gantry change <proyecto> "…"\` muestra lo que cambia y lo construye cuando confirme.
failure  | \`gantry failure <mission>\` shows why a mission failed: the error, the failed steps with their output, and the repairs. | \`gantry failure <Mission>\` zeigt, warum eine Mission gescheitert ist: den Fehler, die Schritte mit ihrer Ausgabe und die Reparaturen. | \`gantry failure <mission>\` montre pourquoi une mission a échoué : l'erreur, les étapes avec leur sortie et les réparations. | \`gantry failure <misión>\` muestra por qué falló una misión: el error, los pasos con su salida y las reparaciones.
verify   | \`gantry evidence <mission>\` downloads the sealed pack of a mission, and \`gantry verify <pack.zip>\` checks it offline. | \`gantry evidence <Mission>\` lädt den versiegelten Nachweis einer Mission, und \`gantry verify <pack.zip>\` prüft ihn offline. | \`gantry evidence <mission>\` télécharge le dossier scellé d'une mission, et \`gantry verify <pack.zip>\` le vérifie hors ligne. | \`gantry evidence <misión>\` descarga las pruebas selladas de una misión, y \`gantry verify <pack.zip>\` las comprueba sin conexión.
connect  | GANTRY_GITHUB_TOKEN with GANTRY_GITHUB_OWNER, and GANTRY_VERCEL_TOKEN, connect your own accounts; without them the local ones are used. | GANTRY_GITHUB_TOKEN mit GANTRY_GITHUB_OWNER sowie GANTRY_VERCEL_TOKEN verbinden Ihre eigenen Konten; ohne sie werden die lokalen benutzt. | GANTRY_GITHUB_TOKEN avec GANTRY_GITHUB_OWNER, et GANTRY_VERCEL_TOKEN, relient vos propres comptes ; sans eux, les comptes locaux servent. | GANTRY_GITHUB_TOKEN con GANTRY_GITHUB_OWNER, y GANTRY_VERCEL_TOKEN, conectan sus propias cuentas; sin ellos se usan las locales.
confirm  | Say what you want and read the plan; a yes or the button confirms it. Only a person's confirmation starts a build. | Sagen Sie, was Sie möchten, und lesen Sie den Plan; ein Ja oder die Schaltfläche bestätigt ihn. Nur die Bestätigung eines Menschen startet einen Bau. | Dites ce que vous voulez et lisez le plan ; un oui ou le bouton le confirme. Seule la confirmation d'une personne lance une construction. | Diga lo que quiere y lea el plan; un sí o el botón lo confirma. Solo la confirmación de una persona inicia una construcción.
model    | Gantry talks to models through Bedrock; any server with the OpenAI interface can be connected as well. Without a model, everyday apps are generated by rule. | Gantry spricht über Bedrock mit Modellen; jeder Server mit der OpenAI-Schnittstelle lässt sich ebenso verbinden. Ohne Modell werden alltägliche Apps nach Regeln erzeugt. | Gantry parle aux modèles par Bedrock ; tout serveur à interface OpenAI peut aussi être relié. Sans modèle, les applications courantes sont générées par des règles. | Gantry habla con modelos por Bedrock; también se puede conectar cualquier servidor con la interfaz de OpenAI. Sin modelo, las aplicaciones cotidianas se generan con reglas.
safe     | What people enter in an app stays in the browser of their own device; no server stores it. | Was Menschen in eine App eingeben, bleibt im Browser des eigenen Geräts; kein Server speichert es. | Ce que l'on saisit dans une application reste dans le navigateur de son propre appareil ; aucun serveur ne le conserve. | Lo que se introduce en una aplicación queda en el navegador del propio dispositivo; ningún servidor lo guarda.
`,
    5,
  ).map(([key = "", ...cells]) => [key, textFrom(cells)] as const),
);

/** The answer to a question how to do something with Gantry, in its language; null for any other question. */
export function answerHowTo(question: string): string | null {
  const said = new Set(keysOf(question));
  for (const locale of LOCALES) {
    const key = askedIn(said, locale);
    if (key) return ANSWERS.get(key)?.[locale] ?? null;
  }
  return null;
}

/** The first of the rows of which one phrase is in the question with all its words. */
function askedIn(said: ReadonlySet<string>, locale: Locale): string | undefined {
  return ASKED.find(([, words]) =>
    words[locale].some((phrase) => keysOf(phrase).every((key) => said.has(key))),
  )?.[0];
}
