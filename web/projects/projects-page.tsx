import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Project } from "#sdk/typescript/api.ts";
import { projects } from "../service/queries.ts";
import { Async } from "../ui/async.tsx";
import { Empty } from "../ui/empty.tsx";
import { Older } from "../ui/older.tsx";
import { Page } from "../ui/page.tsx";
import { Time } from "../ui/time.tsx";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";
import { standingOf } from "./standing-of.ts";

/** All apps, newest first. */
export function ProjectsPage() {
  const words = useWords().projects;
  const query = useInfiniteQuery(projects);
  return (
    <Page title={words.projects} lead={words.lead}>
      <Async query={query} lines={6}>
        {({ pages }) => {
          const found = pages.flatMap((page) => page.projects);
          if (found.length === 0)
            return (
              <Empty title={words.none}>
                {inline(
                  words.noneLead((text) => (
                    <Link to="/" className="underline">
                      {text}
                    </Link>
                  )),
                )}
              </Empty>
            );
          return (
            <ul className="grid gap-3 sm:grid-cols-2 lg:grid-cols-3" aria-label={words.projects}>
              {found.map((project) => (
                <Card key={project.project_id} project={project} />
              ))}
            </ul>
          );
        }}
      </Async>
      <Older query={query} label={words.older} />
    </Page>
  );
}

function Card({ project }: { readonly project: Project }) {
  const words = useWords().projects;
  const { project_id, title, updated_at } = project;
  return (
    <li className="relative rounded-panel border border-line bg-panel p-4 hover:border-edge">
      <Link
        to="/projects/$id"
        params={{ id: project_id }}
        className="font-medium after:absolute after:inset-0 after:rounded-panel"
      >
        <bdi>{title}</bdi>
      </Link>
      <p className="mt-1 text-muted">{standingOf(words, project)}</p>
      <p className="mt-3 truncate text-sm text-muted">
        {project_id} · <Time at={updated_at} />
      </p>
    </li>
  );
}
