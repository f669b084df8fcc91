/** Milliseconds for each step, by the name of the speed. */
export const SPEEDS = { slow: 190, medium: 130, fast: 85 };

/** The name of a speed as it is shown. */
export function speedName(id) {
  return id.charAt(0).toUpperCase() + id.slice(1);
}
