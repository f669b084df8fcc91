/** The entries without one of them; of equal ones only that one goes. */
export function without(entries, index) {
  return entries.filter((_, at) => at !== index);
}
