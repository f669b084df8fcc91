/** The author of drafts that are generated from a specification, in `gantry.mission.drafted`. It is not a model. */
export const GENERATOR = "generator";
