import { Link } from "@tanstack/react-router";
import { Page } from "../ui/page.tsx";

export function MissingPage() {
  return (
    <Page title="There is nothing at this address" narrow>
      <p>
        The link may be old.{" "}
        <Link to="/" className="underline">
          Build something
        </Link>
        , or look at the{" "}
        <Link to="/missions" className="underline">
          missions
        </Link>
        .
      </p>
    </Page>
  );
}
