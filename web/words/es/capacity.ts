import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("es");

export const capacity: Catalogue["capacity"] = {
  slots: "Plazas de constructor",
  held: (running, slots, waiting) =>
    `${counted(running, "misión ocupa", "misiones ocupan")} ${slots === 1 ? "la única plaza" : `las ${slots} plazas`}; ${waiting === 0 ? "ninguna espera" : counted(waiting, "misión espera", "misiones esperan")}.`,
  running: "Ocupan una plaza",
  waiting: "Esperan, primero la siguiente",
  budget: "Presupuesto de modelos este mes",
  spent: "Gastado",
  reserved: "Reservado para llamadas en curso",
  unknown: "Como máximo, por llamadas interrumpidas",
  limit: "Límite de la política",
  noLimit: "ninguno",
  forecast: "Previsión para el mes",
  ofLimit: "Gastado y reservado, del límite",
  exhausted:
    "Se alcanzó el límite: las llamadas a modelos se rechazan hasta que acabe el mes o cambie la política.",
  near: (left) => `Quedan ${left} hasta el límite.`,
  over: (more) =>
    `A este ritmo, el mes acaba ${more} por encima del límite; las llamadas que lo superen se rechazan.`,
};
