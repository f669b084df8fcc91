import { keepPreviousData, queryOptions, useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { client } from "../service/client.ts";
import { logOut } from "../service/log-out.ts";
import { consultations, missions, projects } from "../service/queries.ts";
import { showOverlay } from "../shell/overlay.ts";
import { chooseTheme, type Theme } from "../shell/theme.ts";
import { useSettled } from "../ui/use-settled.ts";
import { LANGUAGES, type Language } from "../words/language.ts";
import { chooseLanguage, useWords, type Words } from "../words/words.ts";
import { matching } from "./match.ts";

export type Group = keyof Words["palette"]["groups"];

/** Something that can be opened or done. */
export interface Command {
  readonly id: string;
  readonly group: Group;
  readonly title: string;
  /** What distinguishes it from others of the same title. */
  readonly detail?: string;
  readonly run: () => void;
}

/** How many entries of each kind are offered before something is typed. */
const RECENT = 4;
const FOUND = 6;
/** From how many characters on the service is searched. */
const SEARCHED = 2;

/** What a query finds: pages and actions, what is recent, and missions that the service finds. */
export function useCommands(query: string): {
  readonly commands: readonly Command[];
  readonly isSearching: boolean;
} {
  const fixed = [...usePages(), ...useActions()];
  const { commands: recent, isSearching } = useRecords(query);
  const isTyped = query.trim() !== "";
  const commands = isTyped
    ? [...matching(fixed, query, ({ title }) => title), ...recent]
    : [
        ...fixed.filter(({ group }) => group === "pages"),
        ...recent,
        ...fixed.filter(({ group }) => group === "actions"),
      ];
  return { commands, isSearching };
}

function usePages(): Command[] {
  const { chat, shell } = useWords();
  const navigate = useNavigate();
  const pages = {
    "/": shell.build,
    "/missions": shell.missions,
    "/projects": shell.projects,
    "/approvals": shell.approvals,
    "/operations": shell.operations,
    "/conversations": shell.conversations,
    "/chat": chat.ask,
    "/settings": shell.settings,
    "/evidence": shell.verifyEvidence,
  } as const;
  return [
    ...(Object.keys(pages) as (keyof typeof pages)[]).map((to) =>
      command("pages", to, pages[to], () => void navigate({ to })),
    ),
    command("pages", "/docs", shell.documentation, () => location.assign("/docs")),
  ];
}

function useActions(): Command[] {
  const { palette, settings, shell } = useWords();
  const navigate = useNavigate();
  return [
    command("actions", "build", palette.startBuild, () => void navigate({ to: "/" })),
    ...Object.entries(settings.themes).map(([theme, name]) =>
      command("actions", theme, palette.theme(name), () => chooseTheme(theme as Theme)),
    ),
    ...Object.entries(LANGUAGES).map(([language, name]) =>
      command(
        "actions",
        language,
        palette.language(name),
        () => void chooseLanguage(language as Language).catch(() => {}),
      ),
    ),
    command("actions", "shortcuts", palette.shortcuts, () => showOverlay("shortcuts")),
    command("actions", "log-out", shell.logOut, () => void logOut().catch(() => {})),
  ];
}

/** Conversations, missions and projects: the newest, or those that a query finds. */
function useRecords(query: string) {
  const { phases } = useWords();
  const navigate = useNavigate();
  const wanted = useSettled(query.trim());
  const newest = useNewest();
  const isSearched = wanted.length >= SEARCHED;
  const found = useQuery({ ...search(wanted), enabled: isSearched, placeholderData: keepPreviousData });
  // The service searches more of missions and conversations than their titles.
  const shown = isSearched ? (found.data ?? { missions: [], talks: [] }) : newest;
  const limited = (entries: readonly Command[], searched: boolean) =>
    (searched ? entries : matching(entries, query, ({ title }) => title)).slice(0, wanted ? FOUND : RECENT);
  const missionCommands = shown.missions.map(({ mission_id: id, title, status }) => ({
    ...command("missions", id, title, () => void navigate({ to: "/missions/$id", params: { id } })),
    detail: phases[status].name,
  }));
  const projectCommands = newest.apps.map(({ project_id: id, title }) =>
    command("projects", id, title, () => void navigate({ to: "/projects/$id", params: { id } })),
  );
  const talkCommands = shown.talks.map(({ conversation_id: id, title }) =>
    command("conversations", id, title, () => void navigate({ to: "/conversations/$id", params: { id } })),
  );
  const commands = [
    ...limited(missionCommands, isSearched),
    ...limited(projectCommands, false),
    ...limited(talkCommands, isSearched),
  ];
  return { commands, isSearching: isSearched && (found.isFetching || wanted !== query.trim()) };
}

/** The newest records, which the pages have read as well. */
function useNewest() {
  return {
    talks: useInfiniteQuery(consultations).data?.pages.flatMap((page) => page.consultations) ?? [],
    apps: useInfiniteQuery(projects).data?.pages.flatMap((page) => page.projects) ?? [],
    missions: useInfiniteQuery(missions({})).data?.pages.flatMap((page) => page.missions) ?? [],
  };
}

const search = (q: string) =>
  queryOptions({
    queryKey: ["palette", q],
    queryFn: async ({ signal }) => {
      const [found, talks] = await Promise.all([
        client.search({ q, limit: FOUND }, { signal }),
        client.consultations({ q, limit: FOUND }, { signal }),
      ]);
      return { missions: found.missions, talks: talks.consultations };
    },
  });

function command(group: Group, id: string, title: string, run: () => void): Command {
  return { id: `${group}-${id}`.replaceAll(/[^\w-]/g, "_"), group, title, run };
}
