import type { EntityIcon } from "#core/factory/specification/entity-icon.ts";
import type { Noun } from "./types.ts";

/** The icon of most kinds of records of a domain. */
const OF_DOMAIN: Readonly<Record<string, EntityIcon>> = {
  clubs: "trophy",
  education: "school",
  events: "calendar",
  fitness: "dumbbell",
  food: "meal",
  health: "pulse",
  home: "home",
  inventory: "box",
  media: "film",
  money: "coin",
  nature: "plant",
  people: "person",
  production: "gear",
  property: "building",
  sales: "briefcase",
  software: "computer",
  travel: "plane",
  vehicles: "car",
  work: "task",
  writing: "pen",
};

/** Kinds of records whose icon is another one than that of their domain. */
const OF_NOUNS: Readonly<Partial<Record<EntityIcon, string>>> = {
  animal: "pet animal dog cat horse feeding dog_walk beehive aquarium sighting adoption fishing_catch",
  bike: "bike_ride bicycle",
  book: "book comic magazine vocabulary_word flashcard story chapter journal_entry lesson subject quotation",
  box: "moving_box parcel collectible coin stamp trading_card toy pantry_item product order_item packing_item",
  bug: "bug defect",
  calendar:
    "appointment doctor_visit booking room_booking table_reservation lease meeting absence shift content_plan_entry",
  camera: "photo_entry artwork photo_shoot portfolio_piece performance exhibition",
  chat: "channel_message call interaction ticket_comment review feedback survey_response appreciation complaint post blog_post",
  clock: "time_entry countdown sleep_entry downtime study_session",
  coin: "donation membership_fee deal rent_payment fundraiser campaign",
  cup: "coffee tea water_intake",
  document:
    "note document contract visa tax_document lab_result procedure case_file research_paper assignment certificate poem character site_diary_entry",
  flag: "goal challenge milestone learning_goal savings_goal objective key_result bucket_list_item release",
  game: "video_game board_game chess_game match",
  gift: "gift wish birthday",
  glass: "wine beer whisky cocktail brew_batch",
  heart:
    "habit mood_entry memory meditation dream date_idea prayer_request allergy vaccination baby_log baby_milestone",
  idea: "idea product_idea feature_request decision",
  key: "rental loaned_item equipment_loan locker software_license",
  music: "album song podcast concert instrument practice_session",
  people:
    "family_member guest attendee team school_class member customer company contact volunteer beneficiary",
  person:
    "student teacher player coach speaker patient doctor contractor emergency_contact employee candidate lead supplier partner driver tenant homeowner visitor",
  pill: "medication symptom migraine treatment",
  place: "place country campsite beach restaurant route hike",
  receipt:
    "receipt expense bill invoice invoice_item quote shared_expense payment order purchase_order fuel_entry coupon",
  shopping: "shopping_item clothing_item outfit shoe perfume",
  star: "wedding_task",
  tag: "sale discount watch",
  task: "chore checklist checklist_point change_request test_case moving_task garden_task maintenance_task",
  ticket: "ticket event_ticket party",
  tool: "repair renovation appliance item furniture equipment workshop_tool spare_part material yarn fabric filament_spool craft_project work_order maintenance_request service_record",
  tree: "tree",
  trophy: "race score personal_record tournament",
  truck: "shipment delivery stock_movement product_return warehouse",
  wallet: "bank_account budget debt pocket_money investment asset",
};

const BY_NOUN = new Map(
  Object.entries(OF_NOUNS).flatMap(([icon, keys]) => keys.split(" ").map((key) => [key, icon as EntityIcon])),
);

/** The icon of a kind of record: its own, or that of its domain. */
export const iconOf = ({ key, domain }: Pick<Noun, "key" | "domain">): EntityIcon | undefined =>
  BY_NOUN.get(key) ?? OF_DOMAIN[domain];
