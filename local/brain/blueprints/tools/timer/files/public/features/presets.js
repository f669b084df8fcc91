/** Lengths that one press chooses, in minutes. */
export const PRESETS = [1, 3, 5, 10, 15, 30, 60];

export function presetName(minutes) {
  return minutes < 60 ? `${minutes} min` : `${minutes / 60} h`;
}
