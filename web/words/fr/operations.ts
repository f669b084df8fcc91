import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("fr");

export const operations: Catalogue["operations"] = {
  title: "Exploitation",
  lead: "Ce que les missions ont donné, et si tout ce dont Gantry a besoin répond.",
  range: "Période",
  days: (days) => `${counted(days, "dernier jour", "derniers jours")}`,
  none: "Aucune mission pendant cette période",
  build: "Construisez quelque chose",
  onlyNewest: (missions) =>
    `Chiffres des ${counted(missions, "mission la plus récente", "missions les plus récentes")}.`,
  health: "État",
  replies: "répond",
  silent: "ne répond pas",
  outcomes: "Missions par résultat",
  outcome: "Résultat",
  missions: "Missions",
  standings: {
    done: "Réussies",
    running: "En cours",
    waiting: "Attendent une personne",
    failed: "Échouées",
    cancelled: "Annulées ou refusées",
  },
  healed: (healed, failed) =>
    `Sur ${counted(failed, "mission", "missions")} dont le premier essai a échoué, ${counted(healed, "réparée", "réparées")}.`,
  durations: "Durée des phases",
  phase: "Phase",
  median: "Médiane",
  p95: "95 %",
  spendByDay: (total) => `Appels de modèle par jour : ${total} au total`,
  day: "Jour (UTC)",
  cost: "Coût",
  spendByProject: "Appels de modèle par projet",
  project: "Projet",
};
