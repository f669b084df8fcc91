import { currentDay } from "../calculate.js";
import { h } from "../dom.js";
import { longestStreak, streak } from "../streak.js";
import { fill } from "../words.js";

/** Records the days on which a record was done, and counts the days in a row. */
export function checkIn({ entity }) {
  const days = (record) => record.checked_on ?? [];
  const toggle = (record, app) => {
    const day = currentDay();
    const checked_on = days(record).includes(day) ? days(record).filter((each) => each !== day) : [...days(record), day];
    return app.attempt(() => app.records.save(entity, { ...record, checked_on }, record));
  };
  return {
    kind: "check_in",
    entity,
    columns: ["checked_on"],
    badges: (record, app) => {
      const count = streak(days(record), currentDay());
      return count > 0 ? [{ text: fill(app.words.checkInStreak, { count }), tone: "good" }] : [];
    },
    actions: (record, app) => [
      {
        id: "check-in",
        label: app.words.checkInToday,
        icon: "check",
        pressed: days(record).includes(currentDay()),
        run: () => toggle(record, app),
      },
    ],
    detail: (record, app) =>
      h(
        "p",
        { class: "streak" },
        fill(app.words.checkInTimes, { count: new Set(days(record)).size }),
        " ",
        fill(app.words.checkInLongest, { count: longestStreak(days(record)) }),
      ),
  };
}
