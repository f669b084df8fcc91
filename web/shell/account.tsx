import { useMutation } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { BookOpen, LogOut, Moon, ShieldCheck, Sun } from "lucide-react";
import { client } from "../service/client.ts";
import { queries, session } from "../service/queries.ts";
import { forgetPageToken } from "../service/session.ts";
import { Button, buttonLook } from "../ui/button.tsx";
import { useWords } from "../words/words.ts";
import { LanguageChoice } from "./language-choice.tsx";
import { useTheme } from "./theme.ts";

/** Who is logged in, the appearance, the API's documentation, and logging out. */
export function Account({ principal }: { readonly principal: string }) {
  const { shell } = useWords();
  const theme = useTheme();
  const logOut = useMutation({
    mutationFn: () => client.logOut(),
    onSettled: () => {
      forgetPageToken();
      // Nothing of the session is kept for whoever logs in next.
      queries.setQueryData(session.queryKey, { authenticated: false });
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== session.queryKey[0] });
    },
  });
  return (
    <div>
      <p className="truncate px-2 text-sm text-muted">{principal}</p>
      <LanguageChoice />
      <div className="mt-1 flex gap-1">
        <Button
          kind="quiet"
          aria-label={shell.useTheme[theme.other]}
          title={shell.useTheme[theme.other]}
          onClick={theme.toggle}
        >
          {theme.other === "dark" ? (
            <Moon aria-hidden className="size-4" />
          ) : (
            <Sun aria-hidden className="size-4" />
          )}
        </Button>
        <Link
          to="/evidence"
          aria-label={shell.verifyEvidence}
          title={shell.verifyEvidence}
          className={buttonLook("quiet")}
        >
          <ShieldCheck aria-hidden className="size-4" />
        </Link>
        <a
          href="/docs"
          aria-label={shell.documentation}
          title={shell.documentation}
          className={buttonLook("quiet")}
        >
          <BookOpen aria-hidden className="size-4" />
        </a>
        <Button kind="quiet" busy={logOut.isPending} onClick={() => logOut.mutate()}>
          <LogOut aria-hidden className="size-4" />
          {shell.logOut}
        </Button>
      </div>
    </div>
  );
}
