import {
  infiniteQueryOptions,
  keepPreviousData,
  MutationCache,
  QueryCache,
  QueryClient,
  queryOptions,
} from "@tanstack/react-query";
import type { ChatWithMessages, Phase } from "#sdk/typescript/api.ts";
import { ApiError } from "#sdk/typescript/errors.ts";
import { phaseDurations } from "../missions/phase-durations.ts";
import { client } from "./client.ts";

/** Leads back to the log-in once the session has ended, here or in another tab. */
const onError = (error: unknown) => {
  if (error instanceof ApiError && error.status === 401)
    queries.setQueryData(session.queryKey, { authenticated: false });
};

/** What was fetched, with what is fetched again. A refusal is final; a lost connection is tried again. */
export const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) => failures < 2 && !(error instanceof ApiError && error.status < 500),
    },
  },
});

/** Lists that change without this page doing anything are read again. */
const LIVE_MS = 4_000;
const PAGE = 30;

/** How a list is read on: each page names the next. */
const PAGED = {
  initialPageParam: undefined as string | undefined,
  getNextPageParam: ({ next_cursor }: { readonly next_cursor: string | null }) => next_cursor ?? undefined,
};

export const session = queryOptions({
  queryKey: ["session"],
  queryFn: ({ signal }) => client.authStatus({}, { signal }),
  staleTime: 60_000,
});

export const missions = (filter: { readonly q?: string | undefined; readonly status?: string | undefined }) =>
  infiniteQueryOptions({
    queryKey: ["missions", filter],
    queryFn: ({ pageParam, signal }) => {
      // A status in the address may be none: the service refuses it with a sentence.
      const page = { limit: PAGE, cursor: pageParam, status: filter.status as Phase | undefined };
      return filter.q
        ? client.search({ ...page, q: filter.q }, { signal })
        : client.missions(page, { signal });
    },
    ...PAGED,
    refetchInterval: LIVE_MS,
  });

/** The attempts of a mission, as they were at one of its signals. */
export const attempts = (id: string, seq: number) =>
  queryOptions({
    queryKey: ["attempts", id, seq],
    queryFn: ({ signal }) => client.attempts({ id }, { signal }),
    placeholderData: keepPreviousData,
  });

/** What an attempt consists of does not change. */
const FINAL = { staleTime: Number.POSITIVE_INFINITY } as const;

export const files = (id: string, attempt: number) =>
  queryOptions({
    queryKey: ["files", id, attempt],
    queryFn: ({ signal }) => client.files({ id, attempt }, { signal }),
    ...FINAL,
  });

export const file = (id: string, attempt: number, path: string) =>
  queryOptions({
    queryKey: ["file", id, attempt, path],
    queryFn: ({ signal }) => client.file({ id, attempt, path }, { signal }),
    ...FINAL,
  });

export const screenshot = (id: string, sha256: string) =>
  queryOptions({
    queryKey: ["screenshot", id, sha256],
    queryFn: ({ signal }) => client.screenshot({ id, sha256 }, { signal, headers: { accept: "image/png" } }),
    ...FINAL,
  });

/** How long phases took in the tenant's newest missions. */
export const usualDurations = queryOptions({
  queryKey: ["usual-durations"],
  queryFn: async ({ signal }) => phaseDurations((await client.missions({ limit: 50 }, { signal })).missions),
  staleTime: 60_000,
});

/** Who holds the builder slots, and who waits for one. */
export const queue = queryOptions({
  queryKey: ["queue"],
  queryFn: ({ signal }) => client.queue({}, { signal }),
  refetchInterval: LIVE_MS,
});

export const budget = queryOptions({
  queryKey: ["budget"],
  queryFn: ({ signal }) => client.budget({}, { signal }),
  refetchInterval: 30_000,
});

export const shareOf = (id: string) =>
  queryOptions({
    queryKey: ["share", id],
    queryFn: ({ signal }) => client.share({ id }, { signal }),
  });

export const consultations = infiniteQueryOptions({
  queryKey: ["consultations"],
  queryFn: ({ pageParam, signal }) => client.consultations({ limit: PAGE, cursor: pageParam }, { signal }),
  ...PAGED,
});

/** Conversations of both kinds that contain words, or those that were archived. */
export const foundConversations = (filter: {
  readonly q?: string | undefined;
  readonly archived?: true | undefined;
}) =>
  infiniteQueryOptions({
    queryKey: ["conversations", filter],
    queryFn: ({ pageParam, signal }) =>
      client.conversations(
        { limit: PAGE, cursor: pageParam, q: filter.q, archived: filter.archived && "true" },
        { signal },
      ),
    ...PAGED,
    placeholderData: keepPreviousData,
  });

export const consultation = (id: string) =>
  queryOptions({
    queryKey: ["consultation", id],
    queryFn: ({ signal }) => client.consultation({ id }, { signal }),
    // The consultant is still answering: its reply is looked for until it is there.
    refetchInterval: ({ state }) => (state.data?.state === "planning" ? 1_000 : false),
  });

export const chatWith = (id: string) =>
  queryOptions({
    queryKey: ["chat", id],
    queryFn: async ({ signal }) => (await client.conversation({ id }, { signal })) as ChatWithMessages,
    refetchInterval: ({ state }) => (state.data?.state === "answering" ? 2_000 : false),
  });

/** Reads a conversation of either kind again, and the lists that contain it. */
export const refreshConversation = (id: string) =>
  Promise.all([
    queries.invalidateQueries(consultation(id)),
    queries.invalidateQueries(chatWith(id)),
    queries.invalidateQueries({ queryKey: consultations.queryKey }),
    queries.invalidateQueries({ queryKey: ["conversations"] }),
  ]);

export const projects = infiniteQueryOptions({
  queryKey: ["projects"],
  queryFn: ({ pageParam, signal }) => client.projects({ limit: PAGE, cursor: pageParam }, { signal }),
  ...PAGED,
  refetchInterval: LIVE_MS,
});

export const project = (id: string) =>
  queryOptions({
    queryKey: ["project", id],
    queryFn: ({ signal }) => client.project({ id }, { signal }),
    refetchInterval: LIVE_MS,
  });

/** What was said about a project, newest first. */
export const projectConversations = (project: string) =>
  queryOptions({
    queryKey: ["project-conversations", project],
    queryFn: ({ signal }) => client.consultations({ project, limit: 20 }, { signal }),
  });

export const releases = (id: string) =>
  queryOptions({
    queryKey: ["releases", id],
    queryFn: ({ signal }) => client.releases({ id, limit: 50 }, { signal }),
    refetchInterval: LIVE_MS,
  });

export const gates = queryOptions({
  queryKey: ["gates"],
  queryFn: ({ signal }) => client.gates({ state: "open", limit: 50 }, { signal }),
  refetchInterval: LIVE_MS,
});

/** A gate with its snapshot, which does not change. */
export const gate = (id: string) =>
  queryOptions({
    queryKey: ["gate", id],
    queryFn: ({ signal }) => client.gate({ id }, { signal }),
    ...FINAL,
  });

export const keys = infiniteQueryOptions({
  queryKey: ["keys"],
  queryFn: ({ pageParam, signal }) => client.listKeys({ limit: PAGE, cursor: pageParam }, { signal }),
  ...PAGED,
});

/** What the installation knows about itself; its probes cost time, and of a model money. */
export const checks = queryOptions({
  queryKey: ["checks"],
  queryFn: ({ signal }) => client.checks({}, { signal }),
  staleTime: 300_000,
});

export const sessions = queryOptions({
  queryKey: ["sessions"],
  queryFn: ({ signal }) => client.listSessions({}, { signal }),
});

export const themes = queryOptions({
  queryKey: ["themes"],
  queryFn: ({ signal }) => client.themes({}, { signal }),
  staleTime: Number.POSITIVE_INFINITY,
});
