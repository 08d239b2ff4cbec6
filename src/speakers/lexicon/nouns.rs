//! Institutions, documents, and the closed classes of English grammar.

/// Words of institutions' names. As the last word, they make a name an institution's.
pub(super) const INSTITUTIONS: &str = "
state street academy administration agency alliance assembly associates association authority bank bar board broadcasting brotherhood bureau
cabinet caucus center centre chamber church club coalition college commission committee communications company conference confederation
congress consortium co corp corporation council court courts crescent cross daily defense department directorate division
electric embassy enterprises exchange executive federation force forces forum foundation fund gazette globe government group
guard herald holdings hospital house inc industries initiative inquirer inquiry institute institution international journal
kremlin labs laboratory laboratories league legislature llc llp ltd magazine management media mills ministry mission monitor mosque motors
movement museum nations nato network news newspaper observatory observer office organization organisation parliament partners
partnership party patrol pentagon pharmaceuticals plc police politburo post press project pollster radio railways records
register republic research reserve review school seminary senate service services society studios survey synagogue syndicate systems technologies team telegraph television temple times treasury tribune tribunal
trust tv union unit university vatican weekly works watch airlines airways action pac economist
guardian independent mail mirror express examiner chronicle dispatch sentinel bulletin courier";

/// Last words of names of things that neither speak nor are spoken of as "he".
pub(super) const THINGS: &str = "
tower avenue road boulevard act amendment bowl day war wars hall river lake county island islands bay beach hills hill park
plaza square airport stadium hotel award awards prize cup olympics games summit agreement accord treaty deal bill law
constitution plan doctrine convention primary caucuses election elections debate campaign rally festival parade
bridge highway valley mountains mountain ocean sea desert forest village heights springs palace century era age
deal effect dream street test virus syndrome disease covid-19 app phone windows";

/// Common nouns for a body that speaks.
pub(super) const BODIES: &str = "
company firm corporation business campaign camp agency administration government ministry department office bureau
commission committee council board court panel jury union party group organization organisation association federation foundation
institute institution university college school hospital church network channel station newspaper paper magazine tabloid
outlet website site publication broadcaster bank fund airline manufacturer maker carmaker automaker retailer startup start-up giant
regulator watchdog authority embassy consulate army military navy force team club league league parliament congress legislature
senate house assembly caucus coalition alliance bloc kingdom country nation state city county
province regime kremlin cartel militia gang movement think-tank tank charity nonprofit non-profit ngo body embassy tribunal
inquiry commission task-force lobby chamber exchange publisher studio label service platform leadership judiciary opposition";

/// Something written, filmed, said or counted.
pub(super) const DOCUMENTS: &str = "
report reports study studies survey surveys poll polls polling article articles story book books memoir paper letter letters email emails e-mail e-mails guidelines memo
memorandum statement release document documents transcript filing complaint lawsuit suit indictment affidavit ruling
opinion verdict order brief petition resolution bill law video film movie documentary ad advertisement commercial data evidence
statistics figures numbers analysis review assessment audit account tweet post posting blog website page editorial column op-ed
headline sign poster flier leaflet note diary record records census estimate estimates index tally dossier file files
research findings results result disclosure disclosures filings interview interviews speech address message text communique declaration manifesto platform proposal plan
chart graph map graphic count average averages exit-poll timeline pamphlet novel series episode questionnaire";

/// What belongs to a person and speaks for the person.
pub(super) const SELVES: &str = "
words word message mind eyes voice view views comments comment remarks remark speech statement statements tweet tweets answer
reply response argument claim claims assertion testimony account opinion position stance belief faith hope hopes fear fears
concern concerns warning letter letters email emails e-mail e-mails book memoir column essay thesis theory plan proposal promise pledge vow line attacks attack
criticism praise rhetoric tone logic conviction assessment prediction post posts lawsuit complaint suit request demand
suggestion explanation appeal call announcement feeling feelings heart gut thinking insistence decision intention
intent reading interpretation conclusion self website page";

/// Prepositions.
pub(super) const PREPOSITIONS: &str = "
of for with from at in on by about to against near under over among across after before between during inside
outside within without toward towards upon into onto through via behind beyond beside besides despite like unlike
amid around along above below since until per regarding concerning throughout off out as";

/// Determiners, quantifiers and possessive pronouns.
pub(super) const DETERMINERS: &str = "
the a an this that these those his her its their my our your some any each every no another other both several
many most few all half more";

/// Relative pronouns.
pub(super) const RELATIVES: &str = "who who'd who's who've who'll whom whose which that where when";

/// Verb forms that end a noun phrase: auxiliaries and the commonest verbs of reporting.
pub(super) const VERBS: &str = "
is are was were be been has have had do does did will would can could may might must shall should
said says say told tells tell added adds wrote writes argued argues claimed claims warned warns insisted insists asked asks
replied explained explains noted stated states declared announced continued concluded recalled tweeted
thinks think thought believes believe believed wants want wanted knows know knew feels felt hopes hoped
called calls called agreed agrees denied denies acknowledged conceded admitted suggested suggests expects expected
known conducted released published surveyed named based linked including according found finds shows showed
isn't aren't wasn't weren't hasn't haven't hadn't don't doesn't didn't won't wouldn't can't cannot couldn't shouldn't";

/// Days and months.
pub(super) const DATES: &str = "
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december mon tue tues wed thu thurs fri sat sun jan feb mar apr jun jul aug sept sep oct nov dec";

/// Adjectives that stand between a determiner and a role.
pub(super) const ADJECTIVES: &str = "
first second third last next former current new old young big small good bad great high low long short early late top
senior junior longtime fellow prominent leading chief deputy acting interim outgoing incoming retired ex newly influential powerful
presumptive presumed self-described then main other own prime vice";

/// Words that begin sentences and are no names: conjunctions, pronouns, adverbs, adjectives, verbs. The
/// commonest sentence openings of newspaper English.
pub(super) const COMMON: &str = "
i he she it we they you him them us me himself herself itself themselves ourselves myself one ones
and or but nor so yet if because while although though whereas unless whether once than then
what how why there here now not yes never ever always often sometimes soon later again also too even just only still
already perhaps maybe indeed wherever whenever whichever instead meanwhile moreover furthermore however therefore thus hence nevertheless nonetheless
otherwise likewise similarly finally eventually recently earlier today yesterday tomorrow tonight overall
two three four five six seven eight nine ten dozens hundreds thousands millions nearly almost about roughly
speaking asked according based given following including compared responding referring writing citing noting
clearly certainly obviously apparently reportedly allegedly unfortunately fortunately ironically interestingly
let look see read watch click follow share listen consider imagine remember think say ask tell take make get go
come keep put try call use find give show want need know please thanks thank ok okay well oh
ex exit exclusive breaking update updated editor's photo image related more less much little such same own
every everything anything nothing something someone somebody anyone anybody everyone everybody nobody whoever whatever
despite during among amid another back up down via plus minus vs versus no non
his her hers its their theirs my mine our ours your yours it's he's she's they're we're i'm i've i'll i'd you're that's
there's here's what's who's let's he'd she'd they'd we've they've we'll he'll she'll they'll don't didn't can't won't";
