/** The branch on which a mission publishes its source. */
export const missionBranch = (mission: string): string => `gantry/${mission}`;
