/** How a month stands against its budget, both in cents; null without a budget. */
export function budgetState(spent, budget) {
  if (!budget) return null;
  return { percent: Math.round((spent / budget) * 100), left: budget - spent, over: spent > budget };
}
