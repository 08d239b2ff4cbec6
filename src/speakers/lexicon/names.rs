//! Parts of personal names.

/// First names that are mostly men's. The commonest of the United States' social security records and
/// the United Kingdom's registers of births over the last century, and the commonest of other countries
/// as English newspapers spell them; names that both sexes bear are left out. A weak hint at gender.
pub(super) const MALE_FIRST: &str = "
aaron abdul abdullah abraham adam adrian ahmad ahmed alan albert alejandro alexander alexei alfred ali allan
allen amir anatoly andre andrei andrew anthony antonio arnold arthur barry ben benjamin bernard bill billy bob
bobby boris brad bradley brandon brendan brian bruce bryan calvin carl carlos cesar charles charlie chris
christopher chuck clarence clark claude colin corey craig curtis dan daniel dave david dean dennis derek diego
dmitri dmitry don donald doug douglas duncan dwight earl ed eddie edgar eduardo edward edwin elias emmanuel eric
erik ernest ethan eugene evan felix fernando francisco francois frank fred frederick gabriel gary geoff geoffrey george
gerald gerard gilbert glenn gordon graham greg gregory gustavo guy hans harold harry harvey hassan hector henry
herbert howard hugh hugo ian ibrahim igor isaac ivan jack jacob jake jamal james jared jason javier jay jeb jeff
jeffrey jeremy jerome jerry jim jimmy joe joel johan john johnny jon jonathan jorge jose joseph joshua juan julian justin
karl keith ken kenneth kevin khalid kurt kyle lance larry lawrence leo leon leonard lewis lou louis lucas luis
luke malcolm manuel marc marcel marco marcus mario mark martin marvin matt matthew maurice max michael miguel mike
mikhail mitch mitchell mohamed mohammad mohammed muhammad mustafa nathan neil nicholas nick nigel nikolai norman oleg oliver
omar oscar otto patrick paul pavel pedro pete peter phil philip phillip pierre rafael ralph ramon randy ray raymond
rene ricardo richard rick rob robert roberto rodney roger roland ron ronald ross roy russell ryan saeed salman sam
samuel scott sean sebastian sergei sergey seth shane simon stan stanley stefan stephen steve steven stuart ted
terrence theodore thomas tim timothy tom tommy tony travis trevor tyler victor vincent vladimir volodymyr walter
warren wayne william wolfgang xavier yuri yusuf zachary";

/// First names that are mostly women's; see [`MALE_FIRST`].
pub(super) const FEMALE_FIRST: &str = "
abigail adele agnes aisha alexandra alice alicia alison amanda amber amelia amy ana andrea angela angelica anita
ann anna anne annette annie april audrey barbara beatrice becky bernadette beth betty beverly bonnie brenda bridget
brittany camille candace carla carly carmen carol caroline carolyn catherine cathy cecilia charlotte cheryl christina
christine cindy claire clara claudia colleen connie courtney crystal cynthia daisy danielle debbie deborah debra
denise diana diane donna doris dorothy edith eileen elaine eleanor elena elizabeth ella ellen emily emma erica erin
esther ethel eva evelyn faith fatima felicia fiona florence frances gail gertrude gina gladys gloria grace greta gretchen
hannah heather heidi helen hilary hillary holly ida inez ingrid irene iris isabel isabella ivanka jackie jacqueline jane janet
janice jasmine jean jeanne jennifer jenny jessica jill joan joanna joanne josephine joy joyce juanita judith judy
julia julie karen kate katherine kathleen kathryn kathy katie katrina kayla kellyanne kimberly kirsten kristen kristin
larissa laura lauren layla leah leila lena leticia lillian linda lisa lois loretta lori lorraine louise lucia lucy lydia lynn
mabel madeleine madison maggie malala marcia margaret maria marianne marie marilyn marina marjorie marlene marsha martha
mary maureen megan megyn melanie melissa mercedes michelle mildred miriam molly monica nadia nancy naomi natalie natasha
nina nora norma olga olivia pamela patricia patty paula pauline peggy penelope phyllis polly priscilla priya rachel
rebecca renee rita roberta rosa rose rosemary ruth sabrina sally samantha sandra sara sarah serena shannon sharon
sheila shirley sofia sonia sophia sophie stacy stella stephanie sue susan suzanne svetlana sylvia tamara tammy
tanya tara teresa theresa tiffany tina tracy ursula valentina valerie vanessa vera veronica vicki victoria viola
violet vivian wanda wendy yasmin yolanda yulia yvonne zainab zoe";

/// Lower-case parts of surnames: Dutch, German, Romance, Arabic, Hebrew.
pub(super) const PARTICLES: &str = "
von van vom zu zur der den ter ten de del della delle di da das do dos du la le las los y e
bin bint ibn ben abu al el ul ud ad af av op";

/// What follows a surname.
pub(super) const SUFFIXES: &str = "jr sr jnr snr ii iii iv esq";
