import { getRouteApi, Link } from "@tanstack/react-router";
import type { Mission } from "#sdk/typescript/api.ts";
import { useMission } from "../service/mission-feed.ts";
import { Skeleton } from "../ui/async.tsx";
import { buttonLook } from "../ui/button.tsx";
import { Digest } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { Panel, Part } from "../ui/panel.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { Time, useNow } from "../ui/time.tsx";
import { useWords } from "../words/words.ts";
import { Work } from "../work/work.tsx";
import { Evidence } from "./evidence.tsx";
import { Failure } from "./failure.tsx";
import { MissionActions } from "./mission-actions.tsx";
import { PhaseBadge } from "./phase-badge.tsx";
import { isSettled } from "./phases.ts";
import { Timeline } from "./timeline.tsx";
import { Usual } from "./usual.tsx";

const route = getRouteApi("/missions/$id");

/** One mission, as it goes on. */
export function MissionPage() {
  const { id } = route.useParams();
  const words = useWords();
  const state = useMission(id);
  const { mission, trouble } = state;
  if (!mission)
    return (
      <Page title={words.missions.mission}>
        {trouble ? <Notice kind="error">{sentenceOf(trouble)}</Notice> : <Skeleton lines={6} />}
      </Page>
    );
  return (
    <Page
      title={mission.title}
      lead={<Standing mission={mission} />}
      actions={<MissionActions mission={mission} />}
    >
      <div className="space-y-4">
        {trouble !== null && <Notice kind="warning">{words.missions.connectionLost}</Notice>}
        <Result mission={mission} />
      </div>
      <div className="mt-6 grid items-start gap-6 lg:grid-cols-2">
        <Panel aria-label={words.missions.timeline}>
          <Timeline mission={mission} />
        </Panel>
        <Facts mission={mission} />
      </div>
      <Work mission={mission} state={state} />
    </Page>
  );
}

/** What happens now, since when, and what comes next. Announced when it changes. */
function Standing({ mission }: { readonly mission: Mission }) {
  const { status, mission_id, cancel_requested_at, created_at, ended_at } = mission;
  const { formats, phases } = useWords();
  const now = useNow(1_000);
  const end = ended_at ? Date.parse(ended_at) : now;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <span role="status">
        <PhaseBadge phase={status} stopping={cancel_requested_at !== null} />
      </span>
      <span>{formats.duration(end - Date.parse(created_at))}</span>
      <span>{phases[status].sentence}</span>
      {!isSettled(status) && <Usual status={status} mission={mission_id} />}
    </div>
  );
}

/** What came of it: the addresses, what was left out, and why it did not succeed. */
function Result({ mission }: { readonly mission: Mission }) {
  const { url, preview_url, pr_url, left_out, error, status, mission_id } = mission;
  const { missions } = useWords();
  const links = [
    [missions.openApp, url],
    [missions.preview, url ? null : preview_url],
    [missions.pullRequest, pr_url],
  ] as const;
  const known = links.filter(([, href]) => href !== null);
  return (
    <>
      {known.length > 0 && (
        <div className="flex flex-wrap gap-2">
          {known.map(([name, href]) => (
            <a key={name} href={href ?? undefined} target="_blank" rel="noreferrer" className={buttonLook()}>
              {name}
            </a>
          ))}
        </div>
      )}
      {left_out && <Notice kind="warning">{missions.leftOut(left_out)}</Notice>}
      {error && <Notice kind="error">{error.message}</Notice>}
      {error && isSettled(status) && <Failure mission={mission_id} />}
    </>
  );
}

function Facts({ mission }: { readonly mission: Mission }) {
  const { missions, plan, formats } = useWords();
  const { plan_hash, project, attempts, cost_usd, created_at, evidence, request, conversation_id } = mission;
  return (
    <Panel aria-label={missions.facts}>
      <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-4 gap-y-1.5">
        <dt className="text-muted">{missions.plan}</dt>
        <dd>
          <Digest value={plan_hash} label={plan.theHash} />
        </dd>
        <dt className="text-muted">{missions.project}</dt>
        <dd>
          <Link to="/projects/$id" params={{ id: project }} className="underline">
            {project}
          </Link>
        </dd>
        <dt className="text-muted">{missions.attempts}</dt>
        <dd>{formats.number(attempts)}</dd>
        <dt className="text-muted">{missions.modelCalls}</dt>
        <dd>{formats.money(cost_usd)}</dd>
        <dt className="text-muted">{missions.started}</dt>
        <dd>
          <Time at={created_at} />
        </dd>
      </dl>
      <Part title={missions.request} level={2}>
        {request.map((message) => (
          <p key={message}>
            <bdi>{message}</bdi>
          </p>
        ))}
        <Link
          to="/conversations/$id"
          params={{ id: conversation_id }}
          className="mt-1 inline-block text-muted underline"
        >
          {missions.theConversation}
        </Link>
      </Part>
      {evidence && <Evidence mission={mission.mission_id} seal={evidence} />}
    </Panel>
  );
}
