import type { Phase } from "#core/factory/mission/phase.ts";
import type { Locale } from "#core/factory/specification/specification.ts";

/** What a sentence about a mission can name. */
interface Named {
  readonly title: string;
  readonly attempt: number;
  readonly url: string;
  /** Whether the app is generated from its specification. */
  readonly generated: boolean;
  readonly promoted: boolean;
  /** Whether the policy stopped the draft itself, and not a model call before it. */
  readonly drafted: boolean;
  /** Title of the error that ended the mission; empty if there is none. */
  readonly error: string;
}

export interface Sentences {
  readonly phases: Readonly<Record<Phase, (named: Named) => string>>;
  readonly stopping: (title: string) => string;
  readonly pullRequest: string;
  /** The pages that a model should have written. */
  readonly leftOut: (pages: string) => string;
  readonly restored: (title: string, release: number) => string;
}

const EN: Sentences = {
  phases: {
    AWAITING_INPUT: ({ title }) => `${title} is waiting for your answer.`,
    QUEUED: ({ title }) => `${title} is waiting for a free slot.`,
    ARCHITECTING: ({ title, generated }) =>
      generated
        ? `${title} is being generated from its specification.`
        : `The architect is drafting ${title}.`,
    CHECKING: () => "The draft is being checked against the policy.",
    BUILDING: ({ attempt }) => `Building and auditing, attempt ${attempt}.`,
    HEALING: ({ attempt }) => `Attempt ${attempt} failed; the healer is repairing the draft.`,
    REVIEWING: () => "The build passed; the critic is taking a second look.",
    AWAITING_APPROVAL: ({ title }) => `${title} is waiting for an approval.`,
    DEPLOYING: ({ promoted }) =>
      promoted ? "The live address is being checked." : "The preview is being deployed.",
    VERIFYING: () => "A browser is trying the preview out.",
    PUBLISHING: () => "The pull request is being opened.",
    SEALING: () => "The evidence is being sealed.",
    SEAL_FAILED: ({ title }) => `${title} has ended, but its evidence could not be sealed yet.`,
    DEPLOYED: ({ title, url }) => `${title} is live at ${url}.`,
    SUCCEEDED: ({ title }) => `${title} is built and audited.`,
    FAILED: ({ title, error }) => `${title} failed.${error && ` ${error}.`}`,
    BLOCKED: ({ title, drafted }) =>
      drafted
        ? `The policy does not allow the draft of ${title}.`
        : `The policy does not allow the model calls that ${title} needs.`,
    TIMED_OUT: ({ title }) => `${title} ran out of time.`,
    REJECTED: ({ title }) => `${title} was rejected.`,
    CANCELLED: ({ title }) => `${title} was cancelled.`,
  },
  stopping: (title) => `${title} is stopping.`,
  pullRequest: "The pull request is open.",
  leftOut: (pages) => `Without the model's pages: ${pages}.`,
  restored: (title, release) =>
    `${title} is built, but did not show at its live address. Release ${release} is live again.`,
};

const DE: Sentences = {
  phases: {
    AWAITING_INPUT: ({ title }) => `${title} wartet auf Ihre Antwort.`,
    QUEUED: ({ title }) => `${title} wartet auf einen freien Platz.`,
    ARCHITECTING: ({ title, generated }) =>
      generated ? `${title} wird aus der Spezifikation erzeugt.` : `Der Architekt entwirft ${title}.`,
    CHECKING: () => "Der Entwurf wird gegen die Richtlinie geprüft.",
    BUILDING: ({ attempt }) => `Bauen und Prüfen, Versuch ${attempt}.`,
    HEALING: ({ attempt }) => `Versuch ${attempt} ist gescheitert; der Entwurf wird repariert.`,
    REVIEWING: () => "Der Bau ist gelungen; der Kritiker sieht ihn noch einmal durch.",
    AWAITING_APPROVAL: ({ title }) => `${title} wartet auf eine Freigabe.`,
    DEPLOYING: ({ promoted }) =>
      promoted ? "Die öffentliche Adresse wird geprüft." : "Die Vorschau wird bereitgestellt.",
    VERIFYING: () => "Ein Browser probiert die Vorschau aus.",
    PUBLISHING: () => "Der Pull Request wird geöffnet.",
    SEALING: () => "Die Nachweise werden versiegelt.",
    SEAL_FAILED: ({ title }) =>
      `${title} ist beendet, aber die Nachweise konnten noch nicht versiegelt werden.`,
    DEPLOYED: ({ title, url }) => `${title} ist live unter ${url}.`,
    SUCCEEDED: ({ title }) => `${title} ist gebaut und geprüft.`,
    FAILED: ({ title, error }) => `${title} ist gescheitert.${error && ` ${error}.`}`,
    BLOCKED: ({ title, drafted }) =>
      drafted
        ? `Die Richtlinie erlaubt den Entwurf von ${title} nicht.`
        : `Die Richtlinie erlaubt die Modellaufrufe nicht, die ${title} braucht.`,
    TIMED_OUT: ({ title }) => `Für ${title} ist die Zeit abgelaufen.`,
    REJECTED: ({ title }) => `${title} wurde abgelehnt.`,
    CANCELLED: ({ title }) => `${title} wurde abgebrochen.`,
  },
  stopping: (title) => `${title} wird angehalten.`,
  pullRequest: "Der Pull Request ist offen.",
  leftOut: (pages) => `Ohne die Seiten des Modells: ${pages}.`,
  restored: (title, release) =>
    `${title} ist gebaut, erschien aber nicht unter der öffentlichen Adresse. Release ${release} ist wieder live.`,
};

const FR: Sentences = {
  phases: {
    AWAITING_INPUT: ({ title }) => `${title} attend votre réponse.`,
    QUEUED: ({ title }) => `${title} attend une place libre.`,
    ARCHITECTING: ({ title, generated }) =>
      generated ? `${title} est généré à partir de sa spécification.` : `L’architecte conçoit ${title}.`,
    CHECKING: () => "Le projet est vérifié selon la politique.",
    BUILDING: ({ attempt }) => `Construction et audit, essai ${attempt}.`,
    HEALING: ({ attempt }) => `L’essai ${attempt} a échoué ; le projet est en réparation.`,
    REVIEWING: () => "La construction a réussi ; le critique la relit.",
    AWAITING_APPROVAL: ({ title }) => `${title} attend une approbation.`,
    DEPLOYING: ({ promoted }) =>
      promoted ? "L’adresse publique est en cours de vérification." : "L’aperçu est en cours de déploiement.",
    VERIFYING: () => "Un navigateur essaie l’aperçu.",
    PUBLISHING: () => "La pull request est en cours d’ouverture.",
    SEALING: () => "Les preuves sont en cours de scellement.",
    SEAL_FAILED: ({ title }) => `${title} est terminé, mais ses preuves n’ont pas encore pu être scellées.`,
    DEPLOYED: ({ title, url }) => `${title} est en ligne à ${url}.`,
    SUCCEEDED: ({ title }) => `${title} est construit et audité.`,
    FAILED: ({ title, error }) => `${title} a échoué.${error && ` ${error}.`}`,
    BLOCKED: ({ title, drafted }) =>
      drafted
        ? `La politique n’autorise pas le projet de ${title}.`
        : `La politique n’autorise pas les appels de modèle dont ${title} a besoin.`,
    TIMED_OUT: ({ title }) => `Le temps imparti à ${title} est écoulé.`,
    REJECTED: ({ title }) => `${title} a été refusé.`,
    CANCELLED: ({ title }) => `${title} a été annulé.`,
  },
  stopping: (title) => `${title} est en cours d’arrêt.`,
  pullRequest: "La pull request est ouverte.",
  leftOut: (pages) => `Sans les pages du modèle : ${pages}.`,
  restored: (title, release) =>
    `${title} est construit, mais n’apparaissait pas à son adresse publique. La version ${release} est de nouveau en ligne.`,
};

const ES: Sentences = {
  phases: {
    AWAITING_INPUT: ({ title }) => `${title} espera su respuesta.`,
    QUEUED: ({ title }) => `${title} espera un lugar libre.`,
    ARCHITECTING: ({ title, generated }) =>
      generated ? `${title} se genera a partir de su especificación.` : `El arquitecto diseña ${title}.`,
    CHECKING: () => "El borrador se comprueba con la política.",
    BUILDING: ({ attempt }) => `Construcción y auditoría, intento ${attempt}.`,
    HEALING: ({ attempt }) => `El intento ${attempt} falló; se repara el borrador.`,
    REVIEWING: () => "La construcción tuvo éxito; el crítico la revisa otra vez.",
    AWAITING_APPROVAL: ({ title }) => `${title} espera una aprobación.`,
    DEPLOYING: ({ promoted }) =>
      promoted ? "Se comprueba la dirección pública." : "Se despliega la vista previa.",
    VERIFYING: () => "Un navegador prueba la vista previa.",
    PUBLISHING: () => "Se abre la pull request.",
    SEALING: () => "Se sellan las pruebas.",
    SEAL_FAILED: ({ title }) => `${title} ha terminado, pero sus pruebas aún no se pudieron sellar.`,
    DEPLOYED: ({ title, url }) => `${title} está en línea en ${url}.`,
    SUCCEEDED: ({ title }) => `${title} está construido y auditado.`,
    FAILED: ({ title, error }) => `${title} falló.${error && ` ${error}.`}`,
    BLOCKED: ({ title, drafted }) =>
      drafted
        ? `La política no permite el borrador de ${title}.`
        : `La política no permite las llamadas a modelos que ${title} necesita.`,
    TIMED_OUT: ({ title }) => `Se agotó el tiempo de ${title}.`,
    REJECTED: ({ title }) => `${title} fue rechazado.`,
    CANCELLED: ({ title }) => `${title} fue cancelado.`,
  },
  stopping: (title) => `${title} se está deteniendo.`,
  pullRequest: "La pull request está abierta.",
  leftOut: (pages) => `Sin las páginas del modelo: ${pages}.`,
  restored: (title, release) =>
    `${title} está construido, pero no aparecía en su dirección pública. La versión ${release} está de nuevo en línea.`,
};

/** What is said about missions, in the languages of specifications. */
export const SENTENCES: Readonly<Record<Locale, Sentences>> = { en: EN, de: DE, fr: FR, es: ES };
