import { h, ICONS, icon } from "./lib/dom.js";
import { speak } from "./lib/speak.js";
import { createStore } from "./lib/store.js";
import { allCities, cityOf, findCity } from "./model/cities.js";
import { addClock, FIRST, parseClocks, removeClock } from "./model/clocks.js";
import { dateIn, offsetAt, offsetText, timeIn } from "./model/zones.js";
/* @feature dark_mode */
import { setUpTheme } from "./lib/theme.js";
/* @end */
/* @feature difference */
import { differenceText } from "./features/difference.js";
/* @end */
/* @feature planner */
import { shifted, shiftText } from "./features/planner.js";
/* @end */

const HERE = new Intl.DateTimeFormat().resolvedOptions().timeZone ?? "UTC";
const LOCALE = "{{locale}}";
const cities = allCities();
const store = createStore({
  key: "{{project_name}}.clocks",
  version: 1,
  parse: parseClocks,
  empty: () => FIRST,
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});
const format = createStore({
  key: "{{project_name}}.format",
  version: 1,
  parse: (value) => ({ hour12: value?.hour12 === true, seconds: value?.seconds !== false }),
  empty: () => ({ hour12: false, seconds: true }),
  /* @feature persistence */
  storage: () => localStorage,
  /* @end */
});

const field = h("input", { class: "input", id: "city", autocomplete: "off", "aria-describedby": "fault" });
field.setAttribute("list", "cities");
const fault = h("p", { class: "fault", id: "fault", role: "alert" });
const list = h("ul", { class: "clocks", id: "clocks", "aria-label": "{{say_cities}}" });
const none = h("p", { class: "quiet-text" }, "{{say_none}}");
const here = clock({ id: "{{say_here}}", zone: HERE });
let rows = [];
/* @feature hours_12 */
const hours12 = h("input", { type: "checkbox", onchange: () => format.set({ ...format.get(), hour12: hours12.checked }) });
/* @end */
/* @feature seconds */
const seconds = h("input", { type: "checkbox", onchange: () => format.set({ ...format.get(), seconds: seconds.checked }) });
/* @end */
/* @feature planner */
const shift = h("input", { type: "range", id: "shift", min: "-24", max: "24", step: "1", value: "0", oninput: tick });
const shiftShown = h("p", { class: "quiet-text", id: "shifted" });
/* @end */

function instant() {
  /* @feature planner */
  if (shift.value !== "0") return shifted(Date.now(), Number(shift.value));
  /* @end */
  return Date.now();
}

function shownFormat() {
  const { hour12, seconds: withSeconds } = format.get();
  const shown = { locale: LOCALE, hour12: false, seconds: false };
  /* @feature hours_12 */
  shown.hour12 = hour12;
  /* @end */
  /* @feature seconds */
  shown.seconds = withSeconds;
  /* @end */
  return shown;
}

/** What a clock shows, made once; `update` shows an instant. */
function clock({ id, zone }) {
  const time = h("time", { class: "time figures" });
  const day = h("span", { class: "quiet-text" });
  const offset = h("span", { class: "quiet-text" });
  /* @feature difference */
  const difference = h("span", { class: "difference", "data-known": "false" });
  /* @end */
  const node = h(
    "div",
    { class: "clock" },
    h("h2", {}, id === "{{say_here}}" ? `${id}: ${cityOf(zone)}` : id),
    time,
    h(
      "p",
      { class: "facts" },
      day,
      offset,
      /* @feature difference */
      difference,
      /* @end */
    ),
  );
  return {
    node,
    update(at) {
      time.textContent = timeIn(zone, at, shownFormat());
      time.dataset.half = String(/\p{L}/u.test(time.textContent));
      time.dataset.parts = String(time.textContent.split(":").length);
      day.textContent = dateIn(zone, at, LOCALE);
      offset.textContent = offsetText(offsetAt(zone, at));
      /* @feature difference */
      difference.textContent = id === "{{say_here}}" ? "" : differenceText(offsetAt(zone, at) - offsetAt(HERE, at));
      difference.dataset.known = String(difference.textContent !== "");
      /* @end */
    },
  };
}

function add(event) {
  event.preventDefault();
  const city = findCity(cities, field.value);
  const clocks = city ? addClock(store.get(), city) : store.get();
  const isNew = clocks !== store.get();
  fault.textContent = isNew ? "" : city ? "{{say_twice}}" : "{{say_unknown}}";
  field.setAttribute("aria-invalid", String(!isNew));
  if (!isNew) return;
  store.set(clocks);
  field.value = "";
  speak("{{say_added}}".replace("%", city.name));
}

function remove(id) {
  store.set(removeClock(store.get(), id));
  speak("{{say_removed}}".replace("%", id));
  field.focus();
}

function row({ id, zone }) {
  const shown = clock({ id, zone });
  const label = "{{say_remove}}".replace("%", id);
  const button = h("button", { type: "button", class: "icon-button danger", "aria-label": label, title: label, onclick: () => remove(id) }, icon(ICONS.trash));
  return { ...shown, node: h("li", { class: "panel", "data-city": id }, shown.node, button) };
}

function render() {
  rows = store.get().map(row);
  list.replaceChildren(...rows.map(({ node }) => node));
  list.dataset.count = String(rows.length);
  none.hidden = rows.length > 0;
  tick();
}

function tick() {
  /* @feature hours_12 */
  hours12.checked = format.get().hour12;
  /* @end */
  /* @feature seconds */
  seconds.checked = format.get().seconds;
  /* @end */
  /* @feature planner */
  shiftShown.textContent = shiftText(Number(shift.value));
  shift.setAttribute("aria-valuetext", shiftShown.textContent);
  /* @end */
  const at = instant();
  for (const each of [here, ...rows]) each.update(at);
}

document.getElementById("tool").append(
  h("section", { class: "panel here", "aria-label": "{{say_here}}" }, here.node),
  h(
    "form",
    { class: "row", onsubmit: add },
    h("label", { htmlFor: "city" }, "{{say_city}}"),
    h("div", { class: "grow" }, field),
    h("datalist", { id: "cities" }, cities.map(({ name }) => h("option", { value: name }))),
    h("button", { class: "button" }, "{{say_add}}"),
  ),
  fault,
  none,
  list,
  /* @feature planner */
  h("div", { class: "field" }, h("label", { htmlFor: "shift" }, "{{say_shift}}"), shift, shiftShown),
  /* @end */
  h(
    "div",
    { class: "row center" },
    /* @feature hours_12 */
    h("label", { class: "check" }, hours12, " {{say_hours_12}}"),
    /* @end */
    /* @feature seconds */
    h("label", { class: "check" }, seconds, " {{say_seconds}}"),
    /* @end */
  ),
);
store.subscribe(render);
format.subscribe(tick);
/** Ticks when a second begins, so that none is shown late or left out. */
function run() {
  tick();
  setTimeout(run, 1000 - (Date.now() % 1000));
}
/* @feature dark_mode */
setUpTheme(document.getElementById("theme"));
/* @end */
render();
run();
