import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("fr");

export const capacity: Catalogue["capacity"] = {
  slots: "Places de constructeur",
  held: (running, slots, waiting) =>
    `${counted(running, "mission occupe", "missions occupent")} ${slots === 1 ? "la seule place" : `les ${slots} places`} ; ${waiting === 0 ? "aucune n’attend" : counted(waiting, "mission attend", "missions attendent")}.`,
  running: "Occupent une place",
  waiting: "En attente, la prochaine d’abord",
  budget: "Budget des modèles ce mois-ci",
  spent: "Dépensé",
  reserved: "Réservé aux appels en cours",
  unknown: "Au plus, par des appels interrompus",
  limit: "Limite de la politique",
  noLimit: "aucune",
  forecast: "Prévision pour le mois",
  ofLimit: "Dépensé et réservé, sur la limite",
  exhausted:
    "La limite est atteinte : les appels de modèles sont refusés jusqu’à la fin du mois ou un changement de politique.",
  near: (left) => `Il reste ${left} avant la limite.`,
  over: (more) =>
    `À ce rythme, le mois finit ${more} au-dessus de la limite ; les appels au-delà sont refusés.`,
};
