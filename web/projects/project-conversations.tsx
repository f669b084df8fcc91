import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { projectConversations } from "../service/queries.ts";
import { Time } from "../ui/time.tsx";
import { useWords } from "../words/words.ts";

/** What was said about an app, newest first. Shows nothing before anything was. */
export function ProjectConversations({ project }: { readonly project: string }) {
  const { projects, build } = useWords();
  const found = useQuery(projectConversations(project)).data?.consultations ?? [];
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="project-conversations" className="mt-8">
      <h2 id="project-conversations" className="mb-2 font-semibold">
        {projects.conversations}
      </h2>
      <ul className="divide-y divide-line" data-part="conversations">
        {found.map(({ conversation_id: id, title, state, created_at }) => (
          <li key={id} className="flex flex-wrap items-baseline gap-x-4 py-2">
            <Link to="/conversations/$id" params={{ id }} className="underline">
              <bdi>{title}</bdi>
            </Link>
            <span className="text-muted">{build.states[state]}</span>
            <span className="ms-auto text-muted">
              <Time at={created_at} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
