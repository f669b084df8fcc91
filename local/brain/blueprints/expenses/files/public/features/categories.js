export const CATEGORIES = ["Food", "Home", "Transport", "Health", "Fun", "Other"];

/** Gives an expense one of a few categories. */
export const categories = {
  read: ({ category }) => ({ category: CATEGORIES.includes(category) ? category : "Other" }),
};

/** What was spent per category, the largest first, with its share of the whole in percent. */
export function shares(expenses) {
  const total = expenses.reduce((all, { cents }) => all + cents, 0);
  return CATEGORIES.map((category) => ({
    category,
    cents: expenses.filter((expense) => expense.category === category).reduce((all, { cents }) => all + cents, 0),
  }))
    .filter(({ cents }) => cents > 0)
    .map((share) => ({ ...share, percent: Math.round((share.cents / total) * 100) }))
    .sort((a, b) => b.cents - a.cents);
}
