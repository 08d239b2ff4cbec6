//! Titles, roles, kinship and groups. Offices and trades are those that newspapers put before or after a
//! name; the wording follows the titles of the Associated Press Stylebook and the major groups of the
//! International Standard Classification of Occupations (ISCO-08).

/// Titles before a name; abbreviations without their full stop.
pub(super) const TITLES: &str = "
dr prof professor rev reverend hon honorable sen senator senators sens gov govs rep reps congressman congresswoman representative gov governor
lt col colonel maj major gen general adm admiral capt captain cmdr commander sgt sergeant cpl corporal pvt private
brig brigadier lieutenant marshal president pres vice-president chancellor premier minister secretary ambassador amb mayor
councilman councilwoman councilor councillor commissioner director chairman chairwoman chairperson chair chief speaker justice judge
attorney atty sheriff detective officer superintendent supt coach principal pope cardinal archbishop bishop rabbi imam ayatollah
sheikh sheik pastor father emir sultan crown envoy advocate undersecretary treasurer comptroller delegate assemblyman assemblywoman dj
prosecutor lawmaker leader whip whistleblower nominee candidate hopeful counsel strategist spokesman spokeswoman
spokesperson ceo cfo coo founder president-elect ex-president ex-governor ex-mayor deputy inspector constable trooper
solicitor supervisor chairmen spokesmen professors presidents generals justices judges doctors ambassadors
ministers mayors reverends commissioners detectives officers";

/// Titles of men.
pub(super) const MALE_TITLES: &str = "mr sir lord king prince duke herr monsieur senor signor";

/// Titles of women.
pub(super) const FEMALE_TITLES: &str =
    "mrs ms miss mme madame dame lady queen princess duchess baroness sister frau senora";

/// Nouns for one person by office, trade or part played.
pub(super) const ROLES: &str = "
president vice-president governor senator congressman congresswoman representative mayor minister secretary chancellor premier
ambassador envoy diplomat lawmaker legislator politician councilor councillor commissioner councilmember
chief director chair chairman chairwoman chairperson chief-executive ceo cfo executive manager head boss founder co-founder cofounder
owner leader speaker spokesman spokeswoman spokesperson adviser advisor aide strategist consultant pollster counsel
attorney lawyer prosecutor judge justice sheriff detective officer commander general colonel captain major lieutenant
sergeant admiral soldier veteran marine pilot astronaut inspector investigator agent operative analyst economist expert
scientist researcher professor historian scholar academic lecturer teacher principal dean student graduate fellow author writer
novelist poet journalist reporter correspondent columnist editor anchor host commentator pundit blogger broadcaster
moderator critic artist actor director filmmaker producer singer musician rapper comedian comic designer architect
doctor physician surgeon nurse psychologist psychiatrist therapist epidemiologist virologist biologist chemist physicist engineer
programmer developer technician farmer rancher worker driver trucker firefighter carpenter electrician plumber chef cook waiter
bartender clerk accountant banker investor trader broker entrepreneur billionaire millionaire mogul tycoon magnate
industrialist retiree pensioner resident neighbor neighbour witness bystander survivor victim suspect defendant plaintiff
accuser complainant activist advocate organizer campaigner protester demonstrator volunteer donor fundraiser lobbyist supporter
backer opponent rival challenger incumbent candidate contender nominee hopeful front-runner frontrunner runner-up winner loser
delegate superdelegate committeeman committeewoman chairperson treasurer trustee member official bureaucrat
regulator auditor ombudsman whistleblower source insider person individual man woman child teenager teen employee staffer
colleague friend ally partner co-author coauthor coach player athlete quarterback goalkeeper midfielder striker captain
champion trainer referee pastor priest bishop archbishop cardinal pope rabbi imam cleric preacher monk missionary king prince
emir sultan monarch dictator strongman autocrat rebel militant insurgent fighter terrorist gunman shooter attacker
mother-of-two father-of-three author scientist Democrat Republican democrat republican independent conservative liberal
libertarian socialist progressive freshman newcomer outsider counterpart predecessor successor nominee appointee
lieutenant constable patrolman trooper ranger warden landlord tenant customer buyer seller shopkeeper neighbor
philanthropist chairman-elect president-elect governor-elect congressman-elect statesman superintendent nobel laureate
translator interpreter guide curator librarian archivist meteorologist forecaster geologist astronomer mathematician
statistician demographer sociologist anthropologist archaeologist philosopher theologian linguist columnist essayist
star icon legend hero celebrity biographer playwright screenwriter photographer cameraman videographer dancer painter sculptor potter weaver baker brewer
butcher grocer barber hairdresser midwife paramedic pharmacist dentist veterinarian optometrist caretaker janitor
model native narrator interviewer heckler provocateur firebrand maverick spokesperson nanny babysitter tailor mechanic welder miner logger fisherman sailor captain steward machinist operator contractor builder
realtor planner surveyor auctioneer jeweler bookseller publisher printer typist secretary-general undersecretary";

/// Nouns for one man.
pub(super) const MALE_ROLES: &str = "
spokesman chairman congressman businessman councilman assemblyman committeeman king prince emir sultan pope priest monk man
boy gentleman guy statesman fisherman cameraman patrolman actor policeman fireman salesman sportsman clergyman";

/// Nouns for one woman.
pub(super) const FEMALE_ROLES: &str = "
spokeswoman chairwoman congresswoman businesswoman councilwoman assemblywoman committeewoman queen princess nun woman girl lady
actress policewoman saleswoman stateswoman sportswoman midwife";

/// Family, of either sex.
pub(super) const KIN: &str = "parent child spouse cousin sibling relative grandparent grandchild fiance partner twin";

/// Family, men.
pub(super) const MALE_KIN: &str = "
father dad son brother husband uncle nephew grandfather grandson stepfather stepson boyfriend widower father-in-law
son-in-law brother-in-law half-brother";

/// Family, women.
pub(super) const FEMALE_KIN: &str = "
mother mom mum daughter sister wife aunt niece grandmother granddaughter stepmother stepdaughter girlfriend widow
mother-in-law daughter-in-law sister-in-law half-sister";

/// Nouns for several people that are no regular plural of a role, or whose singular is rare.
pub(super) const GROUPS: &str = "
people men women children folks citizens residents voters electorate officials authorities police critics proponents detractors skeptics sceptics observers
experts analysts economists scientists researchers scholars academics historians doctors lawyers attorneys prosecutors
investigators reporters journalists pundits commentators crowd audience activists advocates campaigners
protesters demonstrators supporters backers opponents rivals allies aides advisers advisors strategists staffers insiders
sources leaders lawmakers legislators senators congressmen representatives governors mayors ministers diplomats
republicans democrats conservatives liberals progressives independents moderates socialists libertarians establishment
americans russians ukrainians europeans britons chinese palestinians israelis iranians muslims christians jews catholics
evangelicals families parents relatives friends neighbors neighbours colleagues employees workers unions investors
traders markets consumers customers users companies businesses executives donors delegates candidates politicians
elites students teachers
veterans troops soldiers rebels militants fighters insurgents separatists forces migrants refugees immigrants survivors victims
witnesses members bosses spokesmen organizers pollsters respondents participants youth pair duo couple trio
brothers sisters countries nations states governments organizers youngsters adults seniors women blacks whites
hispanics latinos african-americans asians lobbyists regulators";
