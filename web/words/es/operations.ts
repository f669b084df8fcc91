import { countedIn } from "../counted.ts";
import type { Catalogue } from "../en/catalogue.ts";

const counted = countedIn("es");

export const operations: Catalogue["operations"] = {
  title: "Operación",
  lead: "En qué acabaron las misiones, y si responde todo lo que Gantry necesita.",
  range: "Período",
  days: (days) => `Últimos ${counted(days, "día", "días")}`,
  none: "No hay misiones en este período",
  build: "Construya algo",
  onlyNewest: (missions) =>
    `Cifras de las ${counted(missions, "misión más reciente", "misiones más recientes")}.`,
  health: "Estado",
  replies: "responde",
  silent: "no responde",
  outcomes: "Misiones por resultado",
  outcome: "Resultado",
  missions: "Misiones",
  standings: {
    done: "Con éxito",
    running: "En curso",
    waiting: "Esperan a una persona",
    failed: "Fallidas",
    cancelled: "Canceladas o rechazadas",
  },
  healed: (healed, failed) =>
    `De ${counted(failed, "misión", "misiones")} cuyo primer intento falló, ${counted(healed, "reparada", "reparadas")}.`,
  durations: "Cuánto duran las fases",
  phase: "Fase",
  median: "Mediana",
  p95: "95 %",
  spendByDay: (total) => `Llamadas a modelos por día: ${total} en total`,
  day: "Día (UTC)",
  cost: "Coste",
  spendByProject: "Llamadas a modelos por proyecto",
  project: "Proyecto",
};
