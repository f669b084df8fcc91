import bakery from "../../docs/images/bakery.png";
import board from "../../docs/images/board.png";
import crm from "../../docs/images/crm.png";
import inventory from "../../docs/images/inventory.png";
import plants from "../../docs/images/plants.png";
import recipes from "../../docs/images/recipes.png";

/** Requests that need no model, each with a picture of the app that was built from it. */
export const EXAMPLES = [
  { say: "Plant watering tracker with photos and a calendar", picture: plants },
  { say: "Trello clone in green", picture: board },
  { say: "A CRM for a dentist", picture: crm },
  { say: "Recipe book with ingredients per recipe", picture: recipes },
  { say: "Inventory with low-stock warning and totals", picture: inventory },
  { say: "A landing page for a bakery", picture: bakery },
] as const;
