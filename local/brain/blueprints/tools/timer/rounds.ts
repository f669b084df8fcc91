import { settingOf } from "#local/brain/blueprints/setting.ts";
import { listed } from "#local/brain/roles/sentence.ts";

const ROUND = String.raw`(?:pomodoro[\s-]?(?:rounds?|runden?|sessions?)|pomodoros|rounds?|cycles?|sessions?|runden?|durchgängen?|tours?|séances?|rondas?|ciclos?|sesiones)`;
const ROUNDS = new RegExp(
  String.raw`(?<![\p{L}\d.,])(\d{1,2})\s+(?:(?:focus|work)\s+)?${ROUND}(?:\s+pomodoro)?(?!\p{L})`,
  "iu",
);

/** The focus rounds until the long break: "pomodoro with 4 rounds". */
export const ROUNDS_SETTING = settingOf({
  id: "rounds",
  initial: "4",
  patterns: [ROUNDS],
  value: ([, rounds]) => (Number(rounds) >= 1 && Number(rounds) <= 12 ? String(Number(rounds)) : null),
  // These name the feature.
  stays: () => "pomodoro rounds",
  said: {
    en: "The long break comes after % focus rounds.",
    de: "Die lange Pause kommt nach % Fokusrunden.",
    fr: "La longue pause vient après % tours de concentration.",
    es: "El descanso largo llega tras % rondas de concentración.",
  },
});

const MINUTES = String.raw`(\d{1,3}(?:\s*(?:,\s*(?:(?:and|und|et|y)\s+)?|\s(?:and|und|et|y|or|oder)\s)\s*\d{1,3})*)\s*(?:-\s*)?(?:minutes?|minuten?|minutos?|mins?)(?!\p{L})`;
const WORD = `(presets?|voreinstellungen?|vorgaben|préréglages?|durées prédéfinies|tiempos predefinidos)`;
const PRESETS = new RegExp(
  String.raw`(?<!\p{L})${WORD}\s*(?:(?:of|for|at|with|from|von|für|mit|de|con|:|are)\s*)*${MINUTES}|${MINUTES}\s+${WORD}(?!\p{L})`,
  "iu",
);

/** The lengths that one press chooses, in minutes and rising: "presets of 1, 3 and 5 minutes". */
export const PRESETS_SETTING = settingOf({
  id: "preset_minutes",
  initial: "1 3 5 10 15 30 60",
  patterns: [PRESETS],
  value(match) {
    const stated = [...(match[2] ?? match[3] ?? "").matchAll(/\d+/g)].map(([minutes]) => Number(minutes));
    const minutes = [...new Set(stated)].sort((a, b) => a - b);
    const usable = minutes.length <= 12 && minutes.every((each) => each >= 1 && each <= 599);
    return usable ? minutes.join(" ") : null;
  },
  stays: (match) => match[1] ?? match[4] ?? "",
  said: {
    en: "The presets are % min.",
    de: "Die Voreinstellungen sind % min.",
    fr: "Les durées prédéfinies sont : % min.",
    es: "Los tiempos predefinidos son: % min.",
  },
  shown: (value, locale) => [listed(value.split(" "), locale)],
});

/** A preset as its button is named. */
export function presetName(minutes: number): string {
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
