import { command } from "#cli/command.ts";
import { UsageError } from "#cli/errors.ts";
import { PHASE_NAMES } from "#cli/phase-names.ts";
import { missionsReply } from "#cli/replies.ts";

const MAX = 200;

export const missions = command({
  name: "missions",
  summary: "Lists missions, newest first.",
  synopsis: "[options]",
  help: `
Options:
      --limit N    at most N of them, 1 to ${MAX} (20)
      --search Q   those whose title, request or project holds every word of Q
      --json       the API's reply as one JSON object`,
  options: { limit: { type: "string" }, search: { type: "string" }, json: { type: "boolean" } },
  takes: [],
  async run({ api, out, config }, { limit = "20", search, json }) {
    if (!/^\d{1,3}$/.test(limit) || Number(limit) < 1 || Number(limit) > MAX)
      throw new UsageError(`--limit: ${limit} is not a number from 1 to ${MAX}.`);
    if (search?.trim() === "") throw new UsageError("--search: there is no word to search for.");
    const query = new URLSearchParams({ limit, ...(search === undefined ? {} : { q: search }) });
    const reply = await api.get(
      `/gantry/${search === undefined ? "missions" : "search"}?${query}`,
      missionsReply,
    );
    if (json) {
      out.json(reply);
      return 0;
    }
    if (reply.missions.length === 0)
      out.line(search ? "No mission fits." : `None yet. Try: ${config.program} build "a notes app"`);
    for (const { mission_id, status, title, created_at, url } of reply.missions) {
      const when = created_at.slice(0, 16).replace("T", " ");
      const place = url ? out.paint("dim", url) : "";
      out.line(`${mission_id}  ${when}  ${PHASE_NAMES[status].padEnd(22)}  ${title}  ${place}`.trimEnd());
    }
    return 0;
  },
});
