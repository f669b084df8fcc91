const HOUR_MS = 3_600_000;

/** The instant some hours from now, on the full hour. */
export function shifted(now, hours) {
  return hours === 0 ? now : Math.floor(now / HOUR_MS) * HOUR_MS + hours * HOUR_MS;
}

/** What the planner shows: "In 5 h". */
export function shiftText(hours) {
  if (hours === 0) return "{{say_now}}";
  return (hours > 0 ? "{{say_later}}" : "{{say_earlier}}").replace("%", String(Math.abs(hours)));
}
