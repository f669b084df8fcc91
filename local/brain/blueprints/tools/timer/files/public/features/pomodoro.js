const MINUTE = 60_000;
const FOCUS = Number("{{focus}}") * 1000;
const SHORT_BREAK = Number("{{short_break}}") * 1000;
const LONG_BREAK = 15 * MINUTE;
/** Focus rounds until the long break. */
export const ROUNDS = Number("{{rounds}}");

/** The phase of a step, counted from 0: focus and short break in turn, a long break after the last focus. */
export function phaseOf(step) {
  const at = step % (2 * ROUNDS);
  const round = Math.floor(at / 2) + 1;
  if (at % 2 === 0) return { name: "{{say_focus_phase}}", length: FOCUS, round };
  return at === 2 * ROUNDS - 1
    ? { name: "{{say_long_phase}}", length: LONG_BREAK, round }
    : { name: "{{say_short_phase}}", length: SHORT_BREAK, round };
}
