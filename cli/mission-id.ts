import { z } from "zod";
import type { Api } from "#cli/api.ts";
import { CliError } from "#cli/errors.ts";
import { missionsReply } from "#cli/replies.ts";

const COMPLETE = /^m_[0-9a-z]{25}$/;
/** As many as the API lists at once. */
const NEWEST = 200;
const SHOWN = 5;

/**
 * The id of the mission that a person means: a complete id as it is, `latest`, or the beginning or end of an id among
 * the newest missions. Throws a CliError that names the candidates where there are several.
 */
export async function findMissionId(api: Api, word: string): Promise<string> {
  if (COMPLETE.test(word)) return word;
  if (word === "latest")
    return (await api.get("/gantry/latest", z.looseObject({ mission_id: z.string() }))).mission_id;
  const { missions } = await api.get(`/gantry/missions?limit=${NEWEST}`, missionsReply);
  const ids = missions.map(({ mission_id }) => mission_id);
  const found = ids.filter((id) => id.startsWith(word) || id.startsWith(`m_${word}`) || id.endsWith(word));
  const [id, ...others] = found;
  if (id === undefined)
    throw notFound(`There is no mission ${word} among the newest ${NEWEST}. A complete id finds older ones.`);
  if (others.length === 0 || id === word) return id;
  const more = found.length > SHOWN ? `, and ${found.length - SHOWN} more` : "";
  throw notFound(
    `${word} fits ${found.length} missions: ${found.slice(0, SHOWN).join(", ")}${more}. Give more of the id.`,
  );
}

function notFound(message: string): CliError {
  return new CliError(message, { code: "NotFound" });
}
