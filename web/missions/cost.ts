const cents = new Intl.NumberFormat("en", { style: "currency", currency: "USD" });
const fractions = new Intl.NumberFormat("en", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 4,
});

/** Formats a cost in US dollars: `$0.0042`, `$1.20`. */
export function cost(usd: number): string {
  return usd > 0 && usd < 0.01 ? fractions.format(usd) : cents.format(usd);
}
