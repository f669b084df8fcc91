import { announce, h, icon } from "./lib/dom.js";
import { countdownText } from "./lib/duration.js";
import { KEEPS_FOCUS, onKeys } from "./lib/keys.js";
import { speak } from "./lib/speak.js";
import { createStore } from "./lib/store.js";
import { dial } from "./dial.js";
import {
  createTimer,
  extend,
  isOver,
  isRunning,
  parseTimer,
  pause,
  readLength,
  remaining,
  reset,
  settle,
  shareLeft,
  start,
} from "./model/timer.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature presets */
import { PRESETS, presetName } from "./features/presets.js";
/* @end */
/* @feature pomodoro */
import { phaseOf, ROUNDS } from "./features/pomodoro.js";
/* @end */
/* @feature stopwatch */
import { elapsedText } from "./lib/duration.js";
import { elapsed, lap, lapTimes, parseWatch, STOPPED, toggle } from "./features/stopwatch.js";
/* @end */
/* @feature sound */
import { scheduleAlarm } from "./features/sound.js";
/* @end */

const TITLE = "{{title}}";
/** A text with its places (%) filled in, in order. */
const fill = (text, ...values) => values.reduce((filled, value) => filled.replace("%", String(value)), text);

/** The names of the modes; the first one is shown at the start. */
const MODES = {
  countdown: "{{say_countdown}}",
  /* @feature pomodoro */
  pomodoro: "{{say_pomodoro}}",
  /* @end */
  /* @feature stopwatch */
  stopwatch: "{{say_stopwatch}}",
  /* @end */
};
/** Those that count down. */
const TIMERS = [
  "countdown",
  /* @feature pomodoro */
  "pomodoro",
  /* @end */
];

const EMPTY = {
  mode: Object.hasOwn(MODES, "{{mode}}") ? "{{mode}}" : "countdown",
  countdown: createTimer(Number("{{seconds}}") * 1000),
  /* @feature pomodoro */
  pomodoro: createTimer(phaseOf(0).length),
  step: 0,
  /* @end */
  /* @feature stopwatch */
  watch: STOPPED,
  /* @end */
  /* @feature sound */
  sound: true,
  /* @end */
};

const store = createStore({
  key: "{{project_name}}.timer",
  version: 1,
  parse: (value) => ({
    mode: Object.hasOwn(MODES, value.mode) ? value.mode : "countdown",
    countdown: parseTimer(value.countdown),
    /* @feature pomodoro */
    pomodoro: parseTimer(value.pomodoro ?? EMPTY.pomodoro),
    step: Number.isInteger(value.step) && value.step >= 0 ? value.step : 0,
    /* @end */
    /* @feature stopwatch */
    watch: parseWatch(value.watch ?? STOPPED),
    /* @end */
    /* @feature sound */
    sound: value.sound !== false,
    /* @end */
  }),
  empty: () => EMPTY,
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});

const timerNow = () => store.get()[store.get().mode];
const setTimer = (timer) => store.set({ ...store.get(), [store.get().mode]: timer });
const face = dial();
const mainButton = h("button", { type: "button", class: "button main-action", id: "main", onclick: main, ...KEEPS_FOCUS });
const action = (label, onclick) => h("button", { type: "button", class: "button quiet", onclick, ...KEEPS_FOCUS }, label);
const resetButton = action("{{say_reset}}", resetAll);
const moreButton = action("{{say_more}}", () => change(extend(timerNow(), 60_000, Date.now())));
const fault = h("p", { class: "fault", role: "alert" });
const UNITS = { hours: "{{say_hours}}", minutes: "{{say_minutes}}", seconds: "{{say_seconds}}" };
const lengthFields = Object.fromEntries(
  Object.keys(UNITS).map((unit) => [
    unit,
    h("input", { class: "input", id: unit, type: "number", min: "0", max: unit === "hours" ? "99" : "59", inputMode: "numeric", oninput: setLength }),
  ]),
);
const lengthForm = h(
  "div",
  { class: "length", role: "group", "aria-label": "{{say_length}}" },
  Object.entries(UNITS).map(([unit, name]) => h("div", { class: "field" }, h("label", { htmlFor: unit }, name), lengthFields[unit])),
);
const modeButtons = Object.entries(MODES).map(([mode, name]) =>
  h("button", { type: "button", id: `mode-${mode}`, onclick: () => store.set({ ...store.get(), mode }), ...KEEPS_FOCUS }, name),
);
/* @feature presets */
const presets = h(
  "div",
  { class: "row center", role: "group", "aria-label": "{{say_presets}}" },
  PRESETS.map((minutes) =>
    h(
      "button",
      { type: "button", class: "button quiet small", onclick: () => choose(minutes * 60_000), ...KEEPS_FOCUS },
      presetName(minutes),
    ),
  ),
);
/* @end */
/* @feature sound */
const soundButton = h(
  "button",
  {
    type: "button",
    class: "button quiet small",
    id: "sound",
    onclick: () => store.set({ ...store.get(), sound: !store.get().sound }),
    ...KEEPS_FOCUS,
  },
  icon("M4 9.5v5h3.5L12 18V6L7.5 9.5H4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a8 8 0 0 1 0 11"),
  "{{say_sound}}",
);
/* @end */
/* @feature pomodoro */
const skipButton = action("{{say_skip}}", nextPhase);
/* @end */
/* @feature stopwatch */
const lapButton = action("{{say_lap}}", () => store.set({ ...store.get(), watch: lap(store.get().watch, Date.now()) }));
const lapTable = h("tbody");
const laps = h(
  "table",
  { class: "laps" },
  h("caption", { class: "sr-only" }, "{{say_laps}}"),
  h("thead", {}, h("tr", {}, ["{{say_lap}}", "{{say_time}}", "{{say_total}}"].map((name) => h("th", { scope: "col" }, name)))),
  lapTable,
);
/* @end */

/** Starts, pauses or goes on with what is shown. */
function main() {
  /* @feature stopwatch */
  if (store.get().mode === "stopwatch") return store.set({ ...store.get(), watch: toggle(store.get().watch, Date.now()) });
  /* @end */
  const timer = timerNow();
  change(isRunning(timer) ? pause(timer, Date.now()) : start(timer, Date.now()));
}

function resetAll() {
  /* @feature stopwatch */
  if (store.get().mode === "stopwatch") return store.set({ ...store.get(), watch: STOPPED });
  /* @end */
  change(reset(timerNow()));
}

function change(timer) {
  const was = timerNow();
  setTimer(timer);
  if (isRunning(timer) !== isRunning(was))
    speak(fill(isRunning(timer) ? "{{say_started_at}}" : "{{say_stopped_at}}", countdownText(remaining(timer, Date.now()))));
}

function choose(length) {
  fault.textContent = "";
  change(createTimer(length));
}

function setLength() {
  const length = readLength(Object.fromEntries(Object.entries(lengthFields).map(([name, field]) => [name, field.value])));
  if (length === null) fault.textContent = "{{say_bad_length}}";
  else choose(length);
}
/* @feature pomodoro */

function nextPhase() {
  const step = store.get().step + 1;
  store.set({ ...store.get(), step, pomodoro: createTimer(phaseOf(step).length) });
}
/* @end */

function render() {
  const { mode } = store.get();
  for (const button of modeButtons) button.setAttribute("aria-pressed", String(button.id === `mode-${mode}`));
  const counts = mode === "countdown";
  lengthForm.hidden = !counts || isRunning(timerNow());
  fault.hidden = lengthForm.hidden;
  moreButton.hidden = !counts;
  /* @feature presets */
  presets.hidden = lengthForm.hidden;
  /* @end */
  /* @feature pomodoro */
  skipButton.hidden = mode !== "pomodoro";
  /* @end */
  /* @feature stopwatch */
  lapButton.hidden = mode !== "stopwatch";
  laps.hidden = mode !== "stopwatch" || store.get().watch.laps.length === 0;
  lapTable.replaceChildren(
    ...lapTimes(store.get().watch).map(({ number, own, total }) =>
      h("tr", {}, h("th", { scope: "row" }, `{{say_lap}} ${number}`), h("td", {}, elapsedText(own)), h("td", {}, elapsedText(total))),
    ),
  );
  /* @end */
  if (counts && document.activeElement?.closest(".length") === null) fillLength(timerNow().length / 1000);
  /* @feature sound */
  soundButton.setAttribute("aria-pressed", String(store.get().sound));
  setAlarms();
  /* @end */
  tick();
}

function fillLength(seconds) {
  lengthFields.hours.value = String(Math.floor(seconds / 3600));
  lengthFields.minutes.value = String(Math.floor(seconds / 60) % 60);
  lengthFields.seconds.value = String(seconds % 60);
}
/* @feature sound */

const SILENT = { end: null, cancel: () => {} };
const alarms = new Map();
/** Each timer's alarm follows it: called off when it is stopped, set anew when its end moves. */
function setAlarms() {
  if (navigator.userActivation?.hasBeenActive === false) return; // Until a press, browsers play nothing.
  for (const mode of TIMERS) {
    const end = store.get().sound ? store.get()[mode].end : null;
    const alarm = alarms.get(mode) ?? SILENT;
    if (end === alarm.end) continue;
    if (end !== null || alarm.end > Date.now()) alarm.cancel();
    alarms.set(mode, end === null ? SILENT : { end, cancel: scheduleAlarm(end - Date.now()) });
  }
}
/* @end */

/** Shows the time as it is now. It only shows: the time itself does not depend on how often this is called. */
function tick() {
  const now = Date.now();
  const ended = TIMERS.find((mode) => settle(store.get()[mode], now) !== store.get()[mode]);
  if (ended) return finish(ended, now);
  /* @feature stopwatch */
  if (store.get().mode === "stopwatch") return showWatch(now);
  /* @end */
  const timer = timerNow();
  face.show({ text: countdownText(remaining(timer, now)), share: shareLeft(timer, now), over: isOver(timer), note: noteOf(timer) });
  mainButton.textContent = isRunning(timer) ? "{{say_pause}}" : isOver(timer) ? "{{say_again}}" : timer.left < timer.length ? "{{say_go_on}}" : "{{say_start}}";
  document.title = isRunning(timer) ? `${countdownText(remaining(timer, now))} – ${TITLE}` : TITLE;
}

function noteOf(timer) {
  /* @feature pomodoro */
  if (store.get().mode === "pomodoro") {
    const { name, round } = phaseOf(store.get().step);
    return fill("{{say_round}}", name, round, ROUNDS);
  }
  /* @end */
  return isOver(timer) ? "{{say_over}}" : isRunning(timer) ? "{{say_running}}" : timer.left < timer.length ? "{{say_paused}}" : "{{say_ready}}";
}

function finish(mode, now) {
  /* @feature pomodoro */
  if (mode === "pomodoro") {
    const ended = phaseOf(store.get().step).name;
    nextPhase();
    announce(fill("{{say_next_phase}}", ended, phaseOf(store.get().step).name));
    return;
  }
  /* @end */
  store.set({ ...store.get(), [mode]: settle(store.get()[mode], now) });
  announce("{{say_over}}");
}
/* @feature stopwatch */

function showWatch(now) {
  const { watch } = store.get();
  const running = watch.start !== null;
  face.show({ text: elapsedText(elapsed(watch, now)), share: 1, over: false, note: running ? "{{say_running}}" : "{{say_stopped}}" });
  mainButton.textContent = running ? "{{say_stop}}" : elapsed(watch, now) > 0 ? "{{say_go_on}}" : "{{say_start}}";
  lapButton.disabled = !running;
  document.title = TITLE;
}
/* @end */

document.getElementById("tool").append(
  h("div", { class: "segments modes", role: "group", "aria-label": "{{say_mode}}", hidden: modeButtons.length === 1 }, modeButtons),
  h(
    "section",
    { class: "panel clock", "aria-label": "{{say_title}}" },
    face.node,
    h(
      "div",
      { class: "row center" },
      mainButton,
      resetButton,
      moreButton,
      /* @feature pomodoro */
      skipButton,
      /* @end */
      /* @feature stopwatch */
      lapButton,
      /* @end */
    ),
    /* @feature presets */
    presets,
    /* @end */
    lengthForm,
    fault,
    /* @feature stopwatch */
    laps,
    /* @end */
    /* @feature sound */
    soundButton,
    /* @end */
  ),
  h("p", { class: "hint keys-only" }, "{{say_hint}}"),
);

onKeys((key) => {
  if (key === " ") main();
  else if (key.toLowerCase() === "r") resetAll();
  else return false;
  return true;
});
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
store.subscribe(render);
render();
setInterval(tick, 100);
document.addEventListener("visibilitychange", tick);
