/** What a plan costs per month or per year; a year costs `monthsPerYear` months. */
export function priceOf(plan, period, monthsPerYear) {
  return period === "year" ? plan.monthly * monthsPerYear : plan.monthly;
}

/** What paying by the year saves, in percent. */
export function yearlySaving(monthsPerYear) {
  return Math.round((1 - monthsPerYear / 12) * 100);
}
