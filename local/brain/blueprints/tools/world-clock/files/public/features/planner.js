const HOUR_MS = 3_600_000;

/** The instant some hours from now. */
export function shifted(now, hours) {
  return now + hours * HOUR_MS;
}

/** What the planner shows: "In 5 h". */
export function shiftText(hours) {
  if (hours === 0) return "{{say_now}}";
  return (hours > 0 ? "{{say_later}}" : "{{say_earlier}}").replace("%", String(Math.abs(hours)));
}
