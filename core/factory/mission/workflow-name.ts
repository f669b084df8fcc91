/** The workflow of every mission. */
export const MISSION_WORKFLOW = "factory.mission";
