import { rowsOf } from "#local/brain/lexicon/table.ts";

/** What a person means by the name of a product: "a Trello clone" is a board of tasks. */
export interface Archetype {
  /** Names of products, for reading only: an app shows none of them. */
  readonly names: readonly string[];
  /** Key of the noun that its records are. */
  readonly noun: string;
  /** Kinds of views and behaviours that make it this kind of app. */
  readonly parts: readonly string[];
}

export const ARCHETYPES: readonly Archetype[] = rowsOf(
  `
trello, asana, jira, wrike, clickup, basecamp, wekan, kanbanize, microsoft planner, meistertask | task | board
todoist, microsoft to do, google tasks, wunderlist, ticktick, any.do | task | list due
notion, evernote, onenote, google keep, apple notes, simplenote, joplin | note | list search favorite
airtable, smartsheet | item | table filter sort
salesforce, hubspot, pipedrive, zoho crm | lead | board totals
zendesk, freshdesk, zammad, osticket | ticket | board filter
github, gitlab, github issues, gitlab issues, bugzilla, redmine, youtrack | bug | board filter
slack, discord | channel_message | list board search
stripe | payment | table chart stats totals
linkedin, twitter, x clone, facebook, instagram, tumblr, mastodon, bluesky, reddit | post | list gallery
pinterest, unsplash, flickr | photo_entry | gallery
goodreads, storygraph, librarything, libib | book | gallery board
letterboxd, imdb, trakt | movie | gallery board
netflix, tv time | series | gallery board
spotify, discogs, last.fm | album | gallery
backloggd, howlongtobeat | video_game | gallery board
boardgamegeek | board_game | gallery
untappd | beer | gallery
vivino | wine | gallery
yelp, tripadvisor, opentable | restaurant | gallery filter
airbnb, booking.com, vrbo | accommodation | gallery filter
zillow, immobilienscout, idealista, seloger, rightmove | property | gallery table
tripit, wanderlog | trip | calendar gallery
splitwise, tricount | shared_expense | table totals
ynab, you need a budget, quickbooks, moneymoney, expensify | expense | chart table totals
freshbooks, lexoffice, sevdesk | invoice | board totals
toggl, clockify | time_entry | calendar chart totals
calendly, setmore | appointment | calendar
eventbrite, meetup, lu.ma | event | calendar list
strava, garmin connect, runkeeper, nike run club, mapmyrun | run | calendar chart totals
hevy, fitbod, jefit | workout | calendar chart
myfitnesspal, yazio, cronometer, lifesum | meal | calendar chart totals
habitica, loop habit tracker, habitify | habit | check_in
headspace | meditation | chart totals
daylio, moodpath | mood_entry | calendar chart
penzu | journal_entry | calendar
flo, natural cycles | cycle | calendar
paprika, mealie, cookpad, allrecipes, chefkoch, marmiton | recipe | gallery favorite
listonic, out of milk | shopping_item | list filter
anki, quizlet, memrise | flashcard | list filter
duolingo, babbel | vocabulary_word | list filter
instapaper, raindrop, pinboard | bookmark | list search favorite
sortly, boxhero, inflow, snipe-it | inventory_item | table low_stock totals
shopify, woocommerce, etsy | product | gallery totals
bamboohr, personio, factorial | employee | gallery filter
greenhouse ats, workable, lever ats | candidate | board
huntr, teal hq | job_application | board calendar
gardenize | plant | calendar gallery
zocdoc, doctolib, jameda | appointment | calendar
ancestry, myheritage, geneanet | family_member | gallery
productboard, uservoice | feature_request | board
canva, behance, dribbble | portfolio_piece | gallery
hootsuite | content_plan_entry | calendar board
wordpress, substack, blogger | blog_post | list board
`,
  3,
).map(([names = "", noun = "", parts = ""]) => ({
  names: names.split(/\s*,\s*/),
  noun,
  parts: parts.split(/\s+/),
}));

/** What a product is known for that an app without a server cannot be: key of a row of BEYOND, by the product's name. */
export const LACKS: ReadonlyMap<string, string> = new Map([
  ["slack", "realtime"],
  ["discord", "realtime"],
  ["github", "sharing"],
  ["gitlab", "sharing"],
  ["stripe", "payments"],
]);
