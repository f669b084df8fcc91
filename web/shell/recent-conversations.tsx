import { useInfiniteQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { consultations } from "../service/queries.ts";
import { useWords } from "../words/words.ts";

const SHOWN = 12;

/** The newest conversations, by what they are about. */
export function RecentConversations() {
  const { shell } = useWords();
  const list = useInfiniteQuery(consultations).data?.pages[0]?.consultations ?? [];
  if (list.length === 0) return null;
  return (
    <nav aria-label={shell.conversations} className="mt-6 min-h-0 flex-1 overflow-y-auto">
      <h2 className="px-2 pb-1 text-xs font-semibold text-muted">
        <Link to="/conversations" className="hover:text-text">
          {shell.conversations}
        </Link>
      </h2>
      <ul>
        {list.slice(0, SHOWN).map(({ conversation_id, title }) => (
          <li key={conversation_id}>
            <Link
              to="/conversations/$id"
              params={{ id: conversation_id }}
              className="block truncate rounded-control px-2 py-1 text-sm text-muted hover:bg-raised hover:text-text aria-[current=page]:bg-tint aria-[current=page]:text-accent"
            >
              {title}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
