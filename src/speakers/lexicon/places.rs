//! Places that speak, and the adjectives made from them.

/// Countries (United Nations member states in their newspaper forms; the last word of those with
/// several), the states of the United States, and capitals that stand for their governments.
pub(super) const PLACES: &str = "
afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahamas bahrain bangladesh barbados
belarus belgium belize benin bhutan bolivia bosnia botswana brazil britain brunei bulgaria burundi cambodia cameroon canada
chad chile china colombia congo croatia cuba cyprus denmark djibouti ecuador egypt england eritrea estonia ethiopia fiji
finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india
indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan kenya kosovo kuwait kyrgyzstan laos latvia lebanon
lesotho liberia libya lithuania luxembourg macedonia madagascar malawi malaysia maldives mali malta mauritania mauritius
mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nepal netherlands nicaragua niger nigeria norway
oman pakistan palestine panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia
singapore slovakia slovenia somalia spain sudan suriname sweden switzerland syria taiwan tajikistan tanzania thailand
togo tonga tunisia turkey turkmenistan uganda ukraine uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe
states korea arabia zealand africa lanka rica leone faso emirates kingdom america u.s us usa u.k uk e.u eu u.n un europe asia
alabama alaska arizona arkansas california colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas
kentucky louisiana maine maryland massachusetts michigan minnesota mississippi missouri montana nebraska nevada hampshire
jersey york carolina dakota ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia wisconsin wyoming
washington london paris berlin moscow beijing kyiv kiev brussels rome madrid tokyo delhi islamabad tehran baghdad riyadh
damascus jerusalem ankara cairo warsaw vienna seoul pyongyang taipei hanoi manila jakarta canberra ottawa havana caracas
bogota brasilia lima nairobi pretoria lagos geneva budapest prague athens lisbon dublin oslo stockholm copenhagen helsinki
minsk tbilisi yerevan baku doha kabul gaza chicago boston philadelphia houston dallas detroit atlanta miami
seattle denver cleveland baltimore";

/// Adjectives of origin, party and creed, which may stand before a name.
pub(super) const ORIGINS: &str = "
afghan african albanian algerian american arab argentine armenian asian australian austrian azerbaijani bangladeshi
belarusian belgian bolivian bosnian brazilian british bulgarian cambodian canadian chechen chilean chinese colombian croatian
cuban cypriot czech danish dutch ecuadorean egyptian english estonian ethiopian european filipino finnish french german
georgian ghanaian greek haitian hungarian icelandic indian indonesian iranian iraqi irish israeli italian jamaican japanese jordanian
kazakh kenyan korean kosovar kurdish kuwaiti latvian lebanese libyan lithuanian malaysian mexican moldovan mongolian
moroccan nepalese nigerian norwegian omani pakistani palestinian peruvian philippine polish portuguese qatari romanian russian
rwandan saudi scottish senegalese serbian singaporean slovak slovenian somali spanish sudanese swedish swiss syrian
taiwanese tanzanian thai tunisian turkish ugandan ukrainian uruguayan uzbek venezuelan vietnamese welsh yemeni zambian
zimbabwean texan californian floridian western eastern northern southern
federal democrat democrats democratic republican republicans gop conservative liberal labour labor tory socialist communist
independent libertarian catholic muslim jewish protestant islamic jihadist black white latino hispanic african-american";
