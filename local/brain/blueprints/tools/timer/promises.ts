import type { AcceptanceStep } from "#core/factory/acceptance.ts";
import type { Switches, Values } from "#local/brain/blueprint.ts";
import { attribute, button, click, fill, press, reload, see } from "#local/brain/blueprints/steps.ts";
import type { ToolPromise } from "#local/brain/blueprints/tools/tool.ts";
import { clockText } from "./length.ts";
import { presetName } from "./rounds.ts";

const time = { css: "#time" };

/** What the timer promises, in the language of its page. */
export function promisesIn(value: Values, has: Switches): ToolPromise[] {
  const begin = has(value("mode")) ? [click(button(value("say_countdown")))] : [];
  return [...countdownPromises(value, begin), ...modePromises(value)];
}

/** Seconds in a setting, as the timer shows them. */
function clockOf(value: string): string {
  return clockText(Number(value));
}

function countdownPromises(value: Values, begin: AcceptanceStep[]): ToolPromise[] {
  const preset = Number(value("preset_minutes").split(" ").at(-1));
  const set = (minutes: string, seconds: string): AcceptanceStep[] => [
    fill(value("say_hours"), "0"),
    fill(value("say_minutes"), minutes),
    fill(value("say_seconds"), seconds),
  ];
  return [
    {
      name: "The timer shows its length at the start and can be paused",
      steps: [
        ...begin,
        see(clockOf(value("seconds")), time),
        press("Space"),
        see(value("say_running")),
        press("Space"),
        see(value("say_paused")),
      ],
    },
    {
      name: "A timer of two seconds ends by itself",
      steps: [
        ...begin,
        ...set("0", "2"),
        click(button(value("say_start"))),
        see(value("say_over")),
        see("00:00", time),
      ],
    },
    {
      feature: "presets",
      name: "A preset sets the time",
      steps: [...begin, click(button(presetName(preset))), see(clockText(preset * 60), time)],
    },
    {
      feature: "sound",
      name: "The end has a sound that can be switched off",
      steps: [...begin, click(button(value("say_sound"))), attribute("#sound", "aria-pressed", "false")],
    },
    {
      feature: "persistence",
      name: "A chosen time is still there after a reload",
      steps: [...begin, ...set("42", "0"), see("42:00", time), reload, see("42:00", time)],
    },
  ];
}

const roundOf = (value: Values, phase: string): string =>
  [value(phase), "1", value("rounds")].reduce((text, part) => text.replace("%", part), value("say_round"));

function modePromises(value: Values): ToolPromise[] {
  return [
    {
      feature: "pomodoro",
      name: "A pomodoro goes from focus to a short break",
      steps: [
        click(button(value("say_pomodoro"))),
        see(roundOf(value, "say_focus_phase")),
        see(clockOf(value("focus")), time),
        click(button(value("say_skip"))),
        see(roundOf(value, "say_short_phase")),
        see(clockOf(value("short_break")), time),
      ],
    },
    {
      feature: "stopwatch",
      name: "The stopwatch notes a lap",
      steps: [
        click(button(value("say_stopwatch"))),
        click(button(value("say_start"))),
        click(button(value("say_lap"))),
        click(button(value("say_stop"))),
        see(`${value("say_lap")} 1`),
      ],
    },
  ];
}
