import { Argument } from "commander";

/** The argument of every command that is about one mission. */
export function missionArgument(): Argument {
  return new Argument("<mission>", 'id of the mission, its beginning or its end, or "latest"');
}

export const JSON_OPTION = [
  "--json",
  "print JSON for programs on stdout; everything else goes to stderr",
] as const;
