import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { defineTool } from "#local/brain/blueprints/tools/tool.ts";
import { lengthSetting, MODE } from "./length.ts";
import { promisesIn } from "./promises.ts";
import { PRESETS_SETTING, ROUNDS_SETTING } from "./rounds.ts";
import { TEXTS } from "./texts.ts";

/** What a plan says of a stated length, in the order of the languages. */
const SAID = {
  focus: {
    en: "A focus round takes %.",
    de: "Eine Fokusrunde dauert %.",
    fr: "Un tour de concentration dure %.",
    es: "Una ronda de concentración dura %.",
  },
  short_break: {
    en: "A short break takes %.",
    de: "Eine kurze Pause dauert %.",
    fr: "Une pause courte dure %.",
    es: "Un descanso corto dura %.",
  },
  seconds: {
    en: "It starts with %.",
    de: "Er beginnt mit %.",
    fr: "Il commence à %.",
    es: "Empieza con %.",
  },
} as const;

/** A countdown; with features also a pomodoro timer and a stopwatch. */
export const TIMER = defineTool({
  kind: "timer",
  title: "Timer",
  spoken: "a timer",
  hue: 20,
  names: {
    en: `timer, timer app, countdown timer, countdown, countdown app, countdown clock, egg timer, kitchen timer,
      pomodoro, pomodoro timer, pomodoro app, pomodoro clock, focus timer, stopwatch, stop watch,
      stopwatch app, workout timer, exercise timer, fitness timer, study timer, tea timer, cooking timer,
      meditation timer`,
    de: `Kurzzeitmesser, Countdown, Eieruhr, Küchenwecker, Zeitschaltuhr, Pomodoro Timer, Stoppuhr, Workout Timer,
      Trainingstimer, Lerntimer, Teetimer`,
    fr: `minuteur, minuterie, compte à rebours, minuteur pomodoro, chronomètre,
      minuteur de sport, minuteur d'entraînement, minuteur de cuisine`,
    es: `temporizador, cuenta atrás, cuenta regresiva, temporizador pomodoro, cronómetro,
      temporizador de ejercicio, temporizador de entrenamiento, temporizador de cocina`,
  },
  purposes: `count down, time egg, time exercise, measure time`,
  inherent: `start, stop, pause, resume, continue, reset, count down, countdown, countdown timer, hour, minute,
    second, length, duration, custom time, time left, remaining time, circle, ring, progress ring, progress,
    big digit, digit, clock, background tab, tab title, title, egg, kitchen`,
  texts: TEXTS,
  summary: "A timer that runs in the browser and stays right in a background tab.",
  features: [
    {
      id: "presets",
      title: "Presets",
      synonyms: phrases("preset, quick button, common time, preset time, preset button, Voreinstellung"),
      default: true,
    },
    {
      id: "sound",
      title: "Sound at the end",
      spoken: "a sound at the end",
      synonyms: phrases(`sound, alarm, alarm sound, beep, ring, ringing, ringtone, chime, bell, audio, buzzer,
        sound at end, Ton, Alarmton, son, sonido`),
      default: true,
    },
    PERSISTENCE,
    DARK_MODE,
    {
      id: "pomodoro",
      title: "Pomodoro rounds",
      synonyms:
        phrases(`pomodoro, pomodoro mode, pomodoro timer, pomodoro app, pomodoro clock, pomodoro technique,
        pomodoro round, focus timer, focus session, focus, break, work session, short break, long break,
        minuteur pomodoro, temporizador pomodoro, Pausen, pauses, descansos`),
      default: false,
      ask: "Should it have pomodoro rounds?",
    },
    {
      id: "stopwatch",
      title: "Stopwatch with laps",
      spoken: "a stopwatch with laps",
      synonyms:
        phrases(`stopwatch, stop watch, stopwatch app, stopwatch mode, lap, lap time, count up, Stoppuhr,
        chronomètre, cronómetro`),
      default: false,
      ask: "Should it have a stopwatch?",
    },
  ],
  parts: ["presets", "sound", "pomodoro", "stopwatch"],
  shared: ["duration"],
  settings: [
    MODE,
    ROUNDS_SETTING,
    PRESETS_SETTING,
    lengthSetting({
      id: "focus",
      initial: "1500",
      near: "pomodoros?|focus(?: time| phase| session)?s?|work(?:ing)?(?: time| phase| session)?s?",
      said: SAID.focus,
    }),
    lengthSetting({
      id: "short_break",
      initial: "300",
      near: "(?:short )?(?:break|rest)s?",
      said: SAID.short_break,
    }),
    lengthSetting({
      id: "seconds",
      initial: "300",
      said: SAID.seconds,
    }),
  ],
  promises: promisesIn,
});
