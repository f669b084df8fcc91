import { Link } from "@tanstack/react-router";
import { Page } from "../ui/page.tsx";
import { inline } from "../words/inline.ts";
import { useWords } from "../words/words.ts";

export function MissingPage() {
  const { shell } = useWords();
  return (
    <Page title={shell.missing} narrow>
      <p>
        {inline(
          shell.missingLead(
            (text) => (
              <Link to="/" className="underline">
                {text}
              </Link>
            ),
            (text) => (
              <Link to="/missions" className="underline">
                {text}
              </Link>
            ),
          ),
        )}
      </p>
    </Page>
  );
}
