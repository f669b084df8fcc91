import { useMutation, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import type { Project, Release } from "#sdk/typescript/api.ts";
import { client } from "../service/client.ts";
import { project as projectQuery, queries, releases } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { buttonLook } from "../ui/button.tsx";
import { ConfirmButton } from "../ui/confirm-button.tsx";
import { Digest } from "../ui/copy.tsx";
import { Notice } from "../ui/notice.tsx";
import { Page } from "../ui/page.tsx";
import { sentenceOf } from "../ui/sentence-of.ts";
import { Time } from "../ui/time.tsx";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";
import { ProjectConversations } from "./project-conversations.tsx";
import { standingOf } from "./standing-of.ts";

const route = getRouteApi("/projects/$id");

/** One app with its releases. */
export function ProjectPage() {
  const words = useWords().projects;
  const { id } = route.useParams();
  const query = useQuery(projectQuery(id));
  const history = useQuery(releases(id));
  const { data } = query;
  return (
    <Page
      title={data?.title ?? words.project}
      lead={data && standingOf(words, data)}
      actions={data && <Actions project={data} />}
    >
      <Async query={query} lines={2}>
        {(project) => (
          <Async query={history} lines={4}>
            {(list) => <Releases project={project} releases={list.releases} />}
          </Async>
        )}
      </Async>
      {data && <ProjectConversations project={data.project_id} />}
    </Page>
  );
}

function Actions({ project: { project_id, url, work, state } }: { readonly project: Project }) {
  const words = useWords().projects;
  return (
    <>
      {url && (
        <a href={url} target="_blank" rel="noreferrer" className={buttonLook()}>
          {words.openApp}
        </a>
      )}
      {state === "active" && !work && (
        <Link to="/" search={{ change: project_id }} className={buttonLook()}>
          {words.changeApp}
        </Link>
      )}
      {state === "active" && !work && <Delete project={project_id} />}
    </>
  );
}

function Delete({ project }: { readonly project: string }) {
  const words = useWords().projects;
  const navigate = useNavigate();
  const remove = useMutation({
    mutationFn: () => client.deleteProject({ id: project }),
    onSuccess: () => navigate({ to: "/projects" }),
  });
  return (
    <>
      {remove.isError && <p className="self-center text-bad">{sentenceOf(remove.error)}</p>}
      <ConfirmButton
        label={words.delete}
        question={words.askDelete}
        busy={remove.isPending}
        confirm={() => remove.mutate()}
      />
    </>
  );
}

interface ReleasesProps {
  readonly project: Project;
  readonly releases: readonly Release[];
}

function Releases({ project, releases: list }: ReleasesProps) {
  const words = useWords().projects;
  const rollBack = useMutation({
    mutationFn: (release: number) => client.rollback({ id: project.project_id, release }),
    onSettled: () => queries.invalidateQueries(projectQuery(project.project_id)),
  });
  const free = project.state === "active" && !project.work;
  return (
    <section aria-labelledby="releases">
      <h2 id="releases" className="mb-3 font-semibold">
        {words.releases}
      </h2>
      {rollBack.isError && <Notice kind="error">{sentenceOf(rollBack.error)}</Notice>}
      {rollBack.isSuccess && (
        <Notice kind="info">
          {inline(
            words.rollbackBegun((text) => (
              <Link to="/approvals" className="underline">
                {text}
              </Link>
            )),
          )}
        </Notice>
      )}
      <ol reversed className="mt-2 divide-y divide-line rounded-panel border border-line bg-panel">
        {list.map((release) => (
          <Row
            key={release.release}
            release={release}
            isLive={release.release === project.current}
            restore={
              free && release.status === "released"
                ? {
                    question: words.askMakeLive(release.release, project.title),
                    confirm: () => rollBack.mutate(release.release),
                  }
                : undefined
            }
          />
        ))}
      </ol>
    </section>
  );
}

interface RowProps {
  readonly release: Release;
  readonly isLive: boolean;
  /** How to make it live again, if that is possible now. */
  readonly restore: { readonly question: string; readonly confirm: () => void } | undefined;
}

function Row({
  release: { release, title, tree, promoted_at, mission_id, restores, status, pr_url },
  isLive,
  restore,
}: RowProps) {
  const words = useWords().projects;
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <span className="font-medium">{words.release(release)}</span>
      {isLive && <span className="text-sm font-medium text-good">{words.live}</span>}
      {status === "failed" && <span className="text-sm font-medium text-bad">{words.didNotComeUp}</span>}
      <span className="min-w-0 flex-1 truncate">
        <bdi>{restores === null ? title : words.asInRelease(title, restores)}</bdi>
      </span>
      <span className="text-sm text-muted">
        {inline(words.promoted(<Time at={promoted_at} />, <Digest value={tree} label={words.theTree} />))}
      </span>
      <Link to="/missions/$id" params={{ id: mission_id }} className="underline">
        {words.mission}
      </Link>
      {pr_url && (
        <a href={pr_url} target="_blank" rel="noreferrer" className="underline">
          {words.pullRequest}
        </a>
      )}
      {restore && !isLive && <ConfirmButton kind="secondary" label={words.makeLive} {...restore} />}
    </li>
  );
}
