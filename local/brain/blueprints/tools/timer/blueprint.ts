import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Values } from "#local/brain/blueprint.ts";
import { DARK_MODE, PERSISTENCE } from "#local/brain/blueprints/common-features.ts";
import { phrases } from "#local/brain/blueprints/phrases.ts";
import { attribute, button, click, fill, press, reload, see } from "#local/brain/blueprints/steps.ts";
import { defineTool, type ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { clockText, lengthSetting, MODE } from "./length.ts";

const time = { css: "#time" };

/** A countdown; with features also a pomodoro timer and a stopwatch. */
export const TIMER = defineTool({
  kind: "timer",
  title: "Timer",
  spoken: "a timer",
  lead: "It keeps the time in a background tab, too.",
  names: {
    en: `timer, timer app, countdown timer, countdown, countdown app, countdown clock, egg timer, kitchen timer,
      pomodoro, pomodoro timer, pomodoro app, pomodoro clock, focus timer, stopwatch, stop watch,
      stopwatch app`,
    de: `Kurzzeitmesser, Countdown, Eieruhr, Küchenwecker, Zeitschaltuhr, Pomodoro Timer, Stoppuhr`,
    fr: `minuteur, minuterie, compte à rebours, minuteur pomodoro, chronomètre`,
    es: `temporizador, cuenta atrás, cuenta regresiva, temporizador pomodoro, cronómetro`,
  },
  purposes: `count down, time egg, time exercise, measure time`,
  inherent: `start, stop, pause, resume, continue, reset, count down, countdown, countdown timer, hour, minute,
    second, length, duration, custom time, time left, remaining time, circle, ring, progress ring, progress,
    big digit, digit, clock, background tab, tab title, title, egg, kitchen`,
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
        minuteur pomodoro, temporizador pomodoro`),
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
    lengthSetting({
      id: "focus",
      initial: "1500",
      near: "pomodoros?|focus(?: time| phase| session)?s?|work(?:ing)?(?: time| phase| session)?s?",
      spoken: (value) => `A focus round takes ${clockOf(value)}.`,
    }),
    lengthSetting({
      id: "short_break",
      initial: "300",
      near: "(?:short )?(?:break|rest)s?",
      spoken: (value) => `A short break takes ${clockOf(value)}.`,
    }),
    lengthSetting({
      id: "seconds",
      initial: "300",
      spoken: (value) => `It starts with ${clockOf(value)}.`,
    }),
  ],
  promises: (value, has) => {
    const begin = has(value("mode")) ? [click(button("Countdown"))] : [];
    return [...countdownPromises(clockOf(value("seconds")), begin), ...modePromises(value)];
  },
});

function clockOf(value: string): string {
  return clockText(Number(value));
}

const set = (minutes: string, seconds: string): AcceptanceStep[] => [
  fill("Hours", "0"),
  fill("Minutes", minutes),
  fill("Seconds", seconds),
];

function countdownPromises(initial: string, begin: AcceptanceStep[]): ToolPromise[] {
  return [
    {
      name: `The timer shows ${initial} at the start and can be paused`,
      steps: [...begin, see(initial, time), press("Space"), see("Running"), press("Space"), see("Paused")],
    },
    {
      name: "A timer of two seconds ends by itself",
      steps: [...begin, ...set("0", "2"), click(button("Start")), see("Time is up."), see("00:00", time)],
    },
    {
      feature: "presets",
      name: "A preset sets the time",
      steps: [...begin, click(button("10 min")), see("10:00", time)],
    },
    {
      feature: "sound",
      name: "The end has a sound that can be switched off",
      steps: [...begin, click(button("Sound")), attribute("#sound", "aria-pressed", "false")],
    },
    {
      feature: "persistence",
      name: "A chosen time is still there after a reload",
      steps: [...begin, ...set("42", "0"), see("42:00", time), reload, see("42:00", time)],
    },
  ];
}

function modePromises(value: Values): ToolPromise[] {
  return [
    {
      feature: "pomodoro",
      name: "A pomodoro goes from focus to a short break",
      steps: [
        click(button("Pomodoro")),
        see("Focus, round 1 of 4"),
        see(clockOf(value("focus")), time),
        click(button("Skip")),
        see("Short break, round 1 of 4"),
        see(clockOf(value("short_break")), time),
      ],
    },
    {
      feature: "stopwatch",
      name: "The stopwatch notes a lap",
      steps: [
        click(button("Stopwatch")),
        click(button("Start")),
        click(button("Lap")),
        click(button("Stop")),
        see("Lap 1"),
      ],
    },
  ];
}
