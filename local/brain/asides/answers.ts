import type { Locale } from "#core/factory/specification/specification.ts";
import type { Topic } from "./topics.ts";

/** What an answer says about the plan. */
interface PlanFacts {
  /** The title of the stack. */
  readonly stack: string;
}

type Answers = Readonly<Record<Topic, (facts: PlanFacts) => string>>;

/** The answers to questions beside a plan. */
export const ANSWERS: Readonly<Record<Locale, Answers>> = {
  en: {
    cost: () =>
      "Planning and building it call no paid model here. Only the accounts that you host it on can cost something.",
    time: () => "Usually less than a minute on this machine; a mission is stopped at its time limit.",
    stack: ({ stack }) => `It is built with ${stack}.`,
    abilities: () =>
      "I plan everyday apps that keep records, content sites, small tools and quizzes. Anything else needs a model.",
    data: () => "What people enter stays in the browser of their own device; no server stores it.",
    next: () =>
      "After you confirm, the app is built and tested in a sandbox and checked in a browser, and every step is sealed as evidence.",
    code: () =>
      "The complete source code is yours: it arrives as a pull request if publishing is switched on.",
    change: () =>
      "Before you confirm, tell me what to change. Afterwards ask for a change of the project: it shows you the difference first.",
    devices: () => "It runs in the browser of a phone, a tablet and a computer.",
    safety: () =>
      "It is built in a sandbox without credentials, its tests must pass, and a browser checks each promise before it goes live.",
  },
  de: {
    cost: () =>
      "Planen und Bauen rufen hier kein kostenpflichtiges Modell auf. Kosten können nur bei den Konten entstehen, auf denen die App läuft.",
    time: () =>
      "Meist weniger als eine Minute auf diesem Rechner; an ihrem Zeitlimit wird eine Mission beendet.",
    stack: ({ stack }) => `Sie wird mit ${stack} gebaut.`,
    abilities: () =>
      "Ich plane alltägliche Apps, die etwas verwalten, Inhaltsseiten, kleine Werkzeuge und Quizze. Alles andere braucht ein Modell.",
    data: () => "Eingaben bleiben im Browser des eigenen Geräts; kein Server speichert sie.",
    next: () =>
      "Nach der Bestätigung wird die App in einer Sandbox gebaut und getestet und im Browser geprüft; jeder Schritt wird als Nachweis versiegelt.",
    code: () =>
      "Der vollständige Quellcode gehört Ihnen: Er kommt als Pull Request, wenn das Veröffentlichen eingeschaltet ist.",
    change: () =>
      "Sagen Sie mir vor der Bestätigung, was sich ändern soll. Danach ändern Sie das Projekt mit einem Satz und sehen zuerst den Unterschied.",
    devices: () => "Sie läuft im Browser von Handy, Tablet und Computer.",
    safety: () =>
      "Sie wird in einer Sandbox ohne Zugangsdaten gebaut, ihre Tests müssen bestehen, und ein Browser prüft jede Zusage, bevor sie live geht.",
  },
  fr: {
    cost: () =>
      "Ici, la planification et la construction n'appellent aucun modèle payant. Seuls les comptes qui hébergent l'application peuvent coûter quelque chose.",
    time: () =>
      "En général moins d'une minute sur cette machine ; une mission est arrêtée à sa limite de temps.",
    stack: ({ stack }) => `Elle est construite avec ${stack}.`,
    abilities: () =>
      "Je planifie des applications du quotidien qui gèrent des fiches, des sites de présentation, de petits outils et des quiz. Le reste demande un modèle.",
    data: () => "Les saisies restent dans le navigateur de l'appareil ; aucun serveur ne les conserve.",
    next: () =>
      "Après la confirmation, l'application est construite et testée dans un bac à sable, puis vérifiée dans un navigateur ; chaque étape est scellée comme preuve.",
    code: () =>
      "Le code source complet est à vous : il arrive sous forme de pull request si la publication est activée.",
    change: () =>
      "Avant la confirmation, dites-moi ce qu'il faut changer. Ensuite, une phrase change le projet et montre d'abord la différence.",
    devices: () => "Elle fonctionne dans le navigateur d'un téléphone, d'une tablette et d'un ordinateur.",
    safety: () =>
      "Elle est construite dans un bac à sable sans identifiants, ses tests doivent réussir, et un navigateur vérifie chaque promesse avant la mise en ligne.",
  },
  es: {
    cost: () =>
      "Aquí, planificar y construir no llaman a ningún modelo de pago. Solo pueden costar algo las cuentas donde se aloja la aplicación.",
    time: () =>
      "Normalmente menos de un minuto en esta máquina; una misión se detiene en su límite de tiempo.",
    stack: ({ stack }) => `Se construye con ${stack}.`,
    abilities: () =>
      "Planifico aplicaciones cotidianas que guardan registros, herramientas pequeñas, cuestionarios y páginas de presentación. Lo demás necesita un modelo.",
    data: () =>
      "Lo que se introduce se queda en el navegador del propio dispositivo; ningún servidor lo guarda.",
    next: () =>
      "Tras la confirmación, la aplicación se construye y se prueba en un entorno aislado y se comprueba en un navegador; cada paso se sella como evidencia.",
    code: () => "El código fuente completo es suyo: llega como pull request si la publicación está activada.",
    change: () =>
      "Antes de confirmar, dígame qué hay que cambiar. Después una frase cambia el proyecto y muestra antes la diferencia.",
    devices: () => "Funciona en el navegador de un teléfono, una tableta y un ordenador.",
    safety: () =>
      "Se construye en un entorno aislado sin credenciales, sus pruebas deben pasar y un navegador comprueba cada promesa antes de publicarla.",
  },
};
