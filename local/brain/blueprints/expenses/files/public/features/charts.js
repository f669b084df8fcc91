/** Totals of the `count` months up to `month` ("2026-05"), oldest first, each with its part of the largest in percent. */
export function monthlyTotals(expenses, month, count = 6) {
  const months = Array.from({ length: count }, (_, index) => monthsBefore(month, count - 1 - index));
  const totals = months.map((name) => ({
    month: name,
    cents: expenses.filter(({ date }) => date.startsWith(name)).reduce((all, { cents }) => all + cents, 0),
  }));
  const largest = Math.max(1, ...totals.map(({ cents }) => cents));
  return totals.map((total) => ({ ...total, percent: Math.round((total.cents / largest) * 100) }));
}

function monthsBefore(month, back) {
  const [year, number] = month.split("-").map(Number);
  return new Date(Date.UTC(year, number - 1 - back, 1)).toISOString().slice(0, 7);
}
