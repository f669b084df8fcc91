/** How far a clock is ahead of another one, in minutes: "3 h ahead", "5 h 30 min behind". */
export function differenceText(minutes) {
  if (minutes === 0) return "{{say_same}}";
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  const length = [hours > 0 ? `${hours} h` : "", rest > 0 ? `${rest} min` : ""].filter(Boolean).join(" ");
  return (minutes > 0 ? "{{say_ahead}}" : "{{say_behind}}").replace("%", length);
}
