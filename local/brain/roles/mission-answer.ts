import type { Locale } from "#core/factory/specification/specification.ts";
import { localeOf } from "#local/brain/recognise/read/language.ts";
import { tokensOf } from "#local/brain/recognise/read/tokens.ts";
import { keysOf, wordsOf } from "#local/brain/recognise/words.ts";

/** A mission of the tenant, as the chat prompt names it. */
export interface KnownMission {
  readonly id: string;
  readonly title: string;
  readonly phase: string;
}

const NEWEST = keysOf(
  "last latest newest recent current letzte neueste aktuelle dernière récente última reciente actual",
);
const MISSIONS = keysOf(
  "mission missions app apps build builds project bauvorhaben projekt projet proyecto misión missionen misiones projekte projekten projets proyectos aplicaciones",
);
const COUNT = keysOf("many viele combien cuántas cuántos");
/** Beside them, "how many" and "combien" do not ask how many missions there are. */
const AMOUNTS = keysOf(
  "temps dure coûte tiempo tarda dura cuesta lange dauert kostet once parallel concurrent simultaneously gleichzeitig höchstens simultanément parallèle vez simultáneamente",
);
const FAILED = keysOf(
  "fail failed failing error broken wrong fehlgeschlagen fehler gescheitert gescheiterte échoué échoués échouées échec erreur falló fallaron fallado",
);
const ENDED_BADLY = new Set(["FAILED", "BLOCKED", "TIMED_OUT", "REJECTED", "SEAL_FAILED"]);

/** How a question about missions is answered in a language. */
interface Sentences {
  readonly none: string;
  readonly noneFailed: string;
  mission(id: string, title: string, phase: string): string;
  why(id: string): string;
  count(missions: number, phases: string): string;
}

const SENTENCES: Readonly<Record<Locale, Sentences>> = {
  en: {
    none: "There are no missions yet.",
    noneFailed: "None of your newest missions failed.",
    mission: (id, title, phase) => `The mission ${id} (${title}) is ${phase}.`,
    why: (id) => `\`gantry status ${id}\` shows why.`,
    count: (missions, phases) =>
      `Your ${missions === 1 ? "only mission is" : `${missions} newest missions are`}: ${phases}.`,
  },
  de: {
    none: "Es gibt noch keine Missionen.",
    noneFailed: "Keine Ihrer neuesten Missionen ist gescheitert.",
    mission: (id, title, phase) => `Die Mission ${id} (${title}) ist ${phase}.`,
    why: (id) => `\`gantry status ${id}\` zeigt, warum.`,
    count: (missions, phases) =>
      `${missions === 1 ? "Ihre einzige Mission ist" : `Ihre ${missions} neuesten Missionen sind`}: ${phases}.`,
  },
  fr: {
    none: "Il n'y a pas encore de mission.",
    noneFailed: "Aucune de vos dernières missions n'a échoué.",
    mission: (id, title, phase) => `La mission ${id} (${title}) est ${phase}.`,
    why: (id) => `\`gantry status ${id}\` montre pourquoi.`,
    count: (missions, phases) =>
      `${missions === 1 ? "Votre seule mission est" : `Vos ${missions} dernières missions sont`} : ${phases}.`,
  },
  es: {
    none: "Todavía no hay misiones.",
    noneFailed: "Ninguna de sus últimas misiones falló.",
    mission: (id, title, phase) => `La misión ${id} (${title}) está en ${phase}.`,
    why: (id) => `\`gantry status ${id}\` muestra por qué.`,
    count: (missions, phases) =>
      `${missions === 1 ? "Su única misión está en" : `Sus ${missions} últimas misiones están en`}: ${phases}.`,
  },
};

/**
 * Answers a question about the tenant's own missions, newest first: about one that it names by its title, the newest
 * one, how many there are, or those that failed. Returns null for any other question.
 */
export function answerAboutMissions(question: string, missions: readonly KnownMission[]): string | null {
  const keys = new Set(wordsOf(question).map(({ key }) => key));
  const has = (words: readonly string[]) => words.some((word) => keys.has(word));
  const say = SENTENCES[localeOf(tokensOf(question), "en") ?? "en"];
  const named = missions.find(({ title }) => isNamed(title, keys));
  if (named && !has(COUNT)) return describe(named, say);
  if (!has(MISSIONS)) return null;
  if (has(COUNT) && !has(AMOUNTS)) return count(missions, say);
  if (has(FAILED)) return listFailed(missions, say);
  const [newest] = missions;
  if (!has(NEWEST)) return null;
  return newest ? describe(newest, say) : say.none;
}

/** Whether the question has every word of a title. */
function isNamed(title: string, keys: ReadonlySet<string>): boolean {
  const words = keysOf(title).filter((word) => word !== ",");
  return words.length > 0 && words.every((word) => keys.has(word));
}

function describe({ id, title, phase }: KnownMission, say: Sentences): string {
  const sentence = say.mission(id, title, phase);
  return ENDED_BADLY.has(phase) ? `${sentence} ${say.why(id)}` : sentence;
}

function count(missions: readonly KnownMission[], say: Sentences): string {
  if (missions.length === 0) return say.none;
  const phases = Map.groupBy(missions, ({ phase }) => phase);
  const parts = [...phases].map(([phase, { length }]) => `${length} ${phase}`);
  return say.count(missions.length, parts.join(", "));
}

function listFailed(missions: readonly KnownMission[], say: Sentences): string {
  const failed = missions.filter(({ phase }) => ENDED_BADLY.has(phase));
  if (failed.length === 0) return missions.length === 0 ? say.none : say.noneFailed;
  return failed.map((mission) => describe(mission, say)).join(" ");
}
