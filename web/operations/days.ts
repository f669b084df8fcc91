/** The ranges to choose from, in days. The first is what the page opens with. */
export const DAYS = [7, 30, 90] as const;
