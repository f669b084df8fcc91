/** Common English words that differ by a letter or two from a word of the lexicon. */
export const ENGLISH = `
abort abstraction accent accents accidental accommodating accountancy accounted accounting achieving activate
activates addressed administrative administrator administrators adoration affiliated agitation alcoholic alcoholics
alignment ancestral anomalies anomaly aquarius archie arena arenas arrive arrives ascending assent assert asserts
assistance assisting associating attainment attempted attendant attendants attracting attractive attrition
automotive backed backer backers badger badgers baird ballet banda banker bankers barbara barbour barge barges
barker barter battle battles bauer bayer beard beards beech bench benches beneficial bertha biker bikers billy
biographer birth births bitch bitches bland blank blanks blazer blazers bleach bleed bleeds block blocks blown boast
boasts bollywood booed booing booming booted bottled bowser braid braids brandt brandy breach breaches brewed brewer
brewers brill broad brody brook brookings brooks brought browne brownie brownies bubble bubbles budge bulky butch
butchered calculate calculated calculates calculation calculations calibration campaigned campaigner candidacy
capacitor capacitors carat cared carrie carries carte cartier carve casey caste castes catchy caused cease ceases
celebrating chair chairs challenged challenger challengers champaign chanel chang changed changer chant chants
charge charges chariot charitable charter charters chase chases chatter cheat cheated cheats choke chose clarity
classy claudia claudio claus clause clauses click clicks clint cloak close closes closest clothed cloudy coalition
coalitions coarse coast coasts codex coding cognition colin collaborated collaborating collaborator collaborators
collage colleague colleagues collected collecting collective collector collectors combing comin commanded commander
commanders commando commandos commend commented commodities commodity communion communism communist communists
commuter commuters compelled compelling competed competent competing competitive competitor competitors compilation
compile complacent complain complainant complained complains complement complements completely complexion compliant
complimented complying composite composites composition compositions comptroller computation compute computing
concept concepts concerted concerto concrete conditional conditioned conditioner confident connection connections
conor consent construct constructs consultancy consulting contacted containment contest contests context contexts
continental contingent contracted contraction contractions contradict contradicts contrast contrasts contributing
contributor contributors convection convent convert converts conviction convictions coping correction corrections
correspondent correspondents cosmic costa couch counter counteract counters counties county court courts crafty
crate crates crease cremated crete crock croft crore crores curated curse curses curved customary dairy dante dated
davison dealt death deaths debit debut debuts decal decide decidedly decides decker defeat defeating defeats deficit
deficits deflect deleted deliver delivered delivers dentistry departmental deposited descriptive designation
designations detect detecting detection detects detonation difficult digestion dimensional diplomacy diplomat
diplomats directing directional directive directives discard disco discounted displayed dissection distilled
distinction distinctions diver divers diversion divisional documented dolly domination draper dreamt dreamy dribble
drier drive drives drove duplicated earring earrings eater eaters edict edith election elections electrical
electricity electro electrode electrodes electronic electronics elimination emotional emulation enable enables
environmental erased esports ester estimated exercised exhibited exhibiting exhibitors exiting expanse expansion
expansions expensive expert expertise experts express expressed expresses expressing expressive expressly extensive
faculties faculty failing failings famer faulty faust favor favors favour favours feelin fellow fellows fewer fiance
fiancé fiend fight fights filed filler fillers financed financier fined fingering finishes finishing fishy fitter
flank flanks flatter flavoured fleeing flick flicker flicks float floats flood floods flown fooling former fostering
freed freelance frequently freshness fried fright fueling functional functioned furnished galley gamer gamers
garbage garde gardening gardiner gardner generated generation generations genie giant giants gloss goodies goody
grace graces graded grader graders grady graft grail grande granite grass grasses grate grave graves gravy graze
greene grind grinder grocer grunt guaranteed hardest harvested headlined healing hearing hearings heartache heating
heavy heller hikers hinged hired hockey hoist horde hordes horne hostile housed hunter hunters ideal idealistic
ideals imitation impart importantly importing impressing impressive inception incidence incidental incite indication
indications individually inert infection infections influence influences ingenuity initiation injection injections
insect insects insertion inspected inspecting instructed instructing instructional instrumental insulting insure
integrating integrity intensely intensifies intensify intensive intention intentions interacting interactive
intercept interested internal interpret intersect intersection intersections interviewed intolerable intolerant
inventing inventive inventor inventors inversion invitational invited irritation issued jewellery joked joker
journalistic kinda landscape landscapes lasting latter layer layers leaned leased leave leaves lectured ledger
lengthy lenses lerner lesion lesions lessen lester libel licensed licensee lifting lightning liner liners listening
lister litter livelihood livelihoods liver locke lodge lodges logan lohan longer lottery lovin machinery magna
magneto maher managed mania manufacture manufactures march marches marion marker markers markus marlon mater
materially maternal matrices mayer mechanical mechanism mechanisms medial mediation medicinal meditating melting
memorize mentoring metal metals meteor metre metres meyer meyers migrating millimeter millimeters mitch mitigating
modal monies monitored moody motel motivation motivations motoring motorized multiplier mutilation nancy nation
nations nobel norse noted notre objection objections objectively observational occasional occupational offending
officer officers offspring older organisational organised organizational organized outrage overdrive paced pacers
pacing packaged packaging paige paint paints palace palaces panicking panned panties papal parenting paris parity
parked parking parrish parry parsons partial participate participates partly partnered parton passes pasted pastries
pastry patch patches patent patents patiently patton patty paused payer payers peace pearson penned percussion
perimeter perish persian persians persisted persistence persistently persona personally phoned phony photographed
photographic photography photon photons physicist physicists picked picking pictured pierce pierson pilot pilots
pinch pinky piper pissed placed plaid plane planes planet planets planter planters planting plate plates platt
pointe pointer pointers pointing pointy polly poppy porter positional positioned possessing possessive postal
posture potion potter practical practiced practise practised predicted predicting predictive predictor presented
presently preservation president presidents prevent prevented prevents priced pricey pride prime prince princes
printer printers prize prizes proactive probation procedural procession production productions professional
professionals professor professors proficient programmed programmer programmers progressed progression projected
projector promoting promotional prone propagation properly proportion proportions propose proposes prospectus
prosperity protect protects proto publishes purchaser purchasers purposely purse purses quantify quarterly
questioned quota quotas quoted raced racer racers racing racking raging raiding ranging rankin ranting raping raving
reactor reactors rearing recite recording recordings recreating recurrent redding reduction reductions reelection
referenced referring reflecting reflective reflector regaining regarding registered registry regulation regulations
rehearsed rejecting rejection relational relatively relaxation released releasing relegation relied relocation
remainder remained remembered reminding remote removed renal renamed render rendering renders repairing repay
repealing repent repetitive replacing replay replays reporting repost reputation reputations requiring reserve
reserves resilient resort resorts respecting responded responders resurgence retailing retaining retreating
returning reuters revealing revelation revelations revenge reverence revolution revolutions rewarding rewind
rewriting riddled rioting risky rolex roost rooster roosters rooting roster rosters rouge rouse routed router
routers routinely routing rugby ruining runnin rusty saeed saleh salem salle salmon saloon sanders saunders saver
saxon saxons sayin scale scales scare scared scares scaring scarred scent scents scheduled scope scorching scored
scorer scorers scrape scrapping screaming scripting scripture scriptures sculptor seize selves sending senior
seniors sensory serge serie served serviced servicing settle settles sever shack shade shaded shades shading shaft
shafts shake shakes shaking shale shame shamed shaming shane shape shaped shapes shaping shard shards sharpe shave
shaved shaving sheep shipping shire shirt shirts shite shock shocks shone shore shores short shortly shorts shove
showcased shown shred shreds signatories simulated simulation simulations sized skate skates skull skulls slate
slave slaves slaying sleepy slender slick slight smack smacks smart snack snacks snare snooker snort soared soaring
softly solid solids sorely sorta sourced spare spared spares sparing speciality specially speed speeding speeds
spelt spicy spill spills spite spock sponsored spore spores sporting sporty spout spreading springsteen spying squid
stack stacks staged stair stairs stake stakes stale starch stare stared stares staring stark starr started starved
stated staten statistical statue statues stave staying steak steaks steaming steep steered stein steph stick sticks
stiff stirred stockholm stoke stoked stokes stole stomp stone stoned stones stony stoop stopping stormed stormy
stove stoves strata streamline strengthen strengthens stressing stride strides strife strike strikes strip striped
strips strive strives stuart stuck stump stumps stylist stylistic subjected substance substances suggesting
suggestive suited supplies surfaced suspending swamp swamps swaying sweat sweats sweep sweeps sweet sweets swore
synchronized tablet tablets tasted taylor teaches telegraph temperate tender tenders tennant testimonies thicker
three threes tiger tigers timber timbers timed timor tinker tired titled toggle tonal tonic toxic trace traces
tracing tract tracts traded trader traders trailer trailers trailing trait traits transistor transistors transition
transitions translated translating translational treachery tread trendy trick tricking tricks triggered tropics
trucking trunk trunks tucker tudor tumor tumors twister typed unfit unite unites unity updated vague valuation
valuations valued valve valves vantage variation variations venerable veritable violate violates violent vista
vocation volunteered voted voter voters voyager waged wager waiter waiters wandering warrant warranted warrants
wealthier weathered weigh weighing weighs whine whisk wight woolf world worlds worthy wright wrist wrists youtuber
youtubers
`;
