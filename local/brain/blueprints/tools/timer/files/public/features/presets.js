/** Lengths that one press chooses, in minutes. */
export const PRESETS = "{{preset_minutes}}".split(" ").map(Number);

export function presetName(minutes) {
  return minutes % 60 !== 0 ? `${minutes} min` : `${minutes / 60} h`;
}
