import type { z } from "zod";
import { CliError } from "#cli/errors.ts";
import type { Api } from "#cli/service/api.ts";
import { latestReply, searchReply } from "#cli/service/replies.ts";

/** A mission, or the run of another workflow. */
const COMPLETE = /^(m|run)_[0-9a-z]{25}$/;
const SHOWN = 5;
/** Pages of the search that are read at most; the service looks at some hundred missions for each. */
const PAGES = 50;

/**
 * The id of the mission that a person means: a complete id as it is, `latest`, or the beginning or end of the id of any
 * mission that was not cleared. Throws a CliError that names the candidates where there are several, and how many
 * missions were searched where there is none.
 */
export async function findMissionId(api: Api, word: string): Promise<string> {
  if (COMPLETE.test(word)) return word;
  if (word === "latest") return (await api.call("latest", {}, latestReply)).mission_id;
  const { ids, searched, complete } = await search(api, word);
  const [id, ...others] = ids;
  if (id === undefined)
    throw notFound(
      searched === 0
        ? `No mission matches '${word}': the list is empty. A cleared mission can be named by its complete id.`
        : complete
          ? `No mission matches '${word}'. All ${searched} missions in the list were searched; a cleared mission can be named by its complete id.`
          : `No mission among the newest ${searched} matches '${word}'. An older mission can be named by its complete id.`,
    );
  if (others.length === 0 || id === word) return id;
  const more = ids.length > SHOWN ? `, and ${ids.length - SHOWN} more` : "";
  throw notFound(
    `'${word}' is ambiguous: it matches ${ids.length} missions: ${ids.slice(0, SHOWN).join(", ")}${more}. Enter more characters of the id.`,
  );
}

/** Ids that begin or end with the word, newest first. */
async function search(api: Api, word: string) {
  const fits = (id: string) => id.startsWith(word) || id.startsWith(`m_${word}`) || id.endsWith(word);
  const ids: string[] = [];
  let searched = 0;
  let cursor: string | null = null;
  for (let page = 0; page < PAGES; page++) {
    const query = { q: word, limit: 200, ...(cursor !== null && { cursor }) };
    const reply: z.infer<typeof searchReply> = await api.call("search", query, searchReply);
    ids.push(...reply.missions.map(({ mission_id }) => mission_id).filter(fits));
    searched += reply.searched.missions;
    cursor = reply.next_cursor;
    if (cursor === null) return { ids, searched, complete: true };
  }
  return { ids, searched, complete: false };
}

function notFound(message: string): CliError {
  return new CliError(message, { code: "NotFound" });
}
