import { useQuery } from "@tanstack/react-query";
import type { SharedMission } from "#sdk/typescript/api.ts";
import { ApiError } from "#sdk/typescript/errors.ts";
import { PhaseBadge } from "../missions/phase-badge.tsx";
import { isSettled } from "../missions/phases.ts";
import { Timeline } from "../missions/timeline.tsx";
import { client } from "../service/client.ts";
import { Async } from "../ui/async.tsx";
import { buttonLook } from "../ui/button.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Panel, Part } from "../ui/panel.tsx";
import { useNow } from "../ui/time.tsx";
import { useWords } from "../words/words.ts";
import { CheckList } from "../work/check-list.tsx";
import { SharedEvidence } from "./shared-evidence.tsx";
import { useToken } from "./use-token.ts";

/** How often a mission that goes on is read again. */
const LIVE_MS = 5_000;

/** A mission for everybody who has its link: nothing can be done here. */
export function SharedPage() {
  const token = useToken();
  const { share } = useWords();
  const query = useQuery({
    queryKey: ["shared", token],
    queryFn: ({ signal }) => client.sharedMission({ token }, { signal }),
    refetchInterval: ({ state }) => (state.data && isSettled(state.data.status) ? false : LIVE_MS),
    enabled: token !== "",
  });
  const isGone = token === "" || (query.error instanceof ApiError && [400, 404].includes(query.error.status));
  return (
    <div className="flex min-h-dvh flex-col">
      <main className="flex-1">
        {isGone ? (
          <Page title={share.nothing} narrow>
            <p>{share.nothingLead}</p>
          </Page>
        ) : (
          <Async query={query} lines={6}>
            {(mission) => <Shown mission={mission} token={token} />}
          </Async>
        )}
      </main>
      <footer className="border-t border-line px-4 py-4 text-center text-sm text-muted">{share.foot}</footer>
    </div>
  );
}

interface ShownProps {
  readonly mission: SharedMission;
  readonly token: string;
}

function Shown({ mission, token }: ShownProps) {
  const { missions, work } = useWords();
  const { checks, evidence } = mission;
  return (
    <Page title={mission.title} lead={<Standing mission={mission} />}>
      <Result mission={mission} />
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <Panel aria-label={missions.plan}>
          <Planned mission={mission} />
        </Panel>
        <Panel aria-label={missions.timeline}>
          <Timeline mission={mission} />
        </Panel>
      </div>
      {checks && (
        <Panel aria-label={work.checks} className="mt-6">
          <h2 className="mb-3 font-semibold">{work.checks}</h2>
          <CheckList of={checks} />
          <Pictures of={checks.acceptance?.screenshots ?? []} token={token} />
        </Panel>
      )}
      {evidence && <SharedEvidence evidence={evidence} token={token} />}
    </Page>
  );
}

function Standing({ mission: { status, created_at, ended_at } }: Pick<ShownProps, "mission">) {
  const { formats, phases } = useWords();
  const now = useNow(1_000);
  const end = ended_at ? Date.parse(ended_at) : now;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span role="status">
        <PhaseBadge phase={status} />
      </span>
      <span>{formats.duration(end - Date.parse(created_at))}</span>
      <span>{phases[status].sentence}</span>
      <time dateTime={created_at}>{formats.moment(new Date(created_at))}</time>
    </div>
  );
}

/** What came of it. An address is a link only if it leads to a page. */
function Result({ mission: { url, pr_url, left_out, error } }: Pick<ShownProps, "mission">) {
  const { missions } = useWords();
  const links = [
    [missions.openApp, url],
    [missions.pullRequest, pr_url],
  ] as const;
  const known = links.filter(([, href]) => href !== null && /^https?:\/\//.test(href));
  return (
    <div className="space-y-4">
      {known.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {known.map(([name, href]) => (
            <a
              key={name}
              href={href ?? undefined}
              target="_blank"
              rel="noreferrer nofollow"
              className={buttonLook()}
            >
              {name}
            </a>
          ))}
        </div>
      )}
      {left_out && <Notice kind="warning">{missions.leftOut(left_out)}</Notice>}
      {error && <Notice kind="error">{error}</Notice>}
    </div>
  );
}

/** The plan in words. */
function Planned({ mission: { summary, features, promises, edits } }: Pick<ShownProps, "mission">) {
  const { missions, share } = useWords();
  const lists = [
    [share.changes, edits],
    [share.features, features],
    [share.promises, promises],
  ] as const;
  return (
    <>
      <h2 className="mb-2 font-semibold">{missions.plan}</h2>
      <p>
        <bdi>{summary}</bdi>
      </p>
      {lists.map(
        ([title, items]) =>
          items.length > 0 && (
            <Part key={title} title={title}>
              <ul className="list-disc space-y-1 ps-5">
                {items.map((item) => (
                  <li key={item}>
                    <bdi>{item}</bdi>
                  </li>
                ))}
              </ul>
            </Part>
          ),
      )}
    </>
  );
}

type Picture = NonNullable<NonNullable<SharedMission["checks"]>["acceptance"]>["screenshots"][number];

function Pictures({ of: pictures, token }: { readonly of: readonly Picture[]; readonly token: string }) {
  const { work } = useWords();
  if (pictures.length === 0) return null;
  return (
    <Part title={work.screenshots}>
      <div className="flex flex-wrap items-start gap-4">
        {pictures.map(({ sha256, width }) => (
          <figure key={sha256} className="min-w-0">
            <img
              src={`/gantry/shared/${encodeURIComponent(token)}/screenshots/${sha256}`}
              alt={work.screenshotAt(width)}
              className="h-80 w-auto max-w-full rounded-lg border border-line object-contain object-top"
            />
            <figcaption className="mt-1 text-sm text-muted">{work.pixels(width)}</figcaption>
          </figure>
        ))}
      </div>
    </Part>
  );
}
