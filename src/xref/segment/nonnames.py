"""Capitalised words that are no part of a personal name.

Sources: months, weekdays and demonyms take capitals in English (Chicago Manual of Style, 8.60 and 8.88); the last
words of bodies ("Committee", "Agency") and of places ("River", "County") are generic nouns.
"""

from __future__ import annotations

from xref.words import STOP, ordinary_stem


def word_set(listed: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(listed.split())


def is_ordinary(key: str) -> bool:
    """Whether the folded word, or another form of it, is in the shipped English word list."""
    return ordinary_stem(key)


CALENDAR = word_set(
    "january february march april may june july august september october november december jan feb mar apr jun"
    " jul aug sept sep oct nov dec monday tuesday wednesday thursday friday saturday sunday christmas easter"
    " thanksgiving ramadan"
)
DEMONYMS = word_set(
    "afghan albanian algerian american arab argentine argentinian armenian asian australian austrian azerbaijani"
    " belarusian belarussian belgian bolivian bosnian brazilian british bulgarian burmese canadian catholic"
    " chechen chilean chinese christian colombian confederate croatian cuban cypriot czech danish democrat"
    " democratic dutch egyptian english estonian ethiopian european finnish french georgian german greek hindu"
    " hungarian indian indonesian iranian iraqi irish islamic israeli italian japanese jew jewish jordanian kazakh"
    " kenyan korean kurdish kuwaiti latvian lebanese libyan lithuanian malaysian mexican moldovan mongolian"
    " moroccan muslim nazi nigerian norwegian pakistani palestinian persian peruvian philippine polish portuguese"
    " protestant prussian republican romanian russian saudi scottish serbian serb slovak slovenian somali soviet"
    " spanish sudanese swedish swiss syrian taiwanese thai tunisian turkish ukrainian uzbek venezuelan vietnamese"
    " welsh yemeni us uk un eu usa ussr nato western eastern northern southern north south east west central anglo"
    " bolshevik communist federalist whig tory labour conservative liberal"
)
BODIES = word_set(
    "academy act administration agency agreement airlines airways alliance army assembly association authority"
    " bank base battalion board brigade bureau cabinet campaign center centre chamber church club co coalition"
    " college commission committee company confederation conference congress consortium constitution convention"
    " corp corporation corps council court daily department directorate division duma dynamics electric embassy"
    " endowment federation festival fleet force forces forum foundation front fund gazette government group guard"
    " headquarters herald holdings hospital house inc initiative institute institution intelligence journal league"
    " legislature library llc ltd magazine mills ministry mission motor motors movement museum navy network news"
    " office olympics organisation organization pact panel parliament party plc police post press prize program"
    " programme project protocol radio regiment republic review school secretariat senate service services shuttle"
    " society space staff state states station summit syndicate task team telescope television times treaty"
    " tribunal tribune trust tv union university war watch week working treasury departments governments nation"
    " nations tribe tribes"
)
PLACES = word_set(
    "airport avenue basin bay beach bridge canal cape castle city coast county desert dome drive garden gardens"
    " gate gulf hall harbor harbour heights highway hill hills hotel house island islands lake lane memorial mount"
    " mountain mountains ocean palace park peninsula plain plaza point port province region ridge river road sea"
    " square strait street town tower valley village dock docks quay wharf embankment terminal junction creek falls"
    " reservoir boulevard parkway stadium arena cathedral glacier canyon reef"
)
PLAIN = word_set(
    "dear sincerely regards yours thank thanks yes today yesterday tomorrow tonight update photo image source"
    " sources read related click home page top back first second third last new old two three four five six seven"
    " eight nine ten god internet cold iron curtain white black red green blue security defense defence foreign"
    " missile nuclear strategic arms national international united general public private joint special human"
    " civil world mr mrs ms however meanwhile moreover although despite according given since while asked because"
    " instead indeed perhaps one many some most several few both another every each all no not if when where why"
    " how what who which vice majesty excellency highness great costa puerto hong sri los las rio branch"
)
NONNAMES = CALENDAR | DEMONYMS | frozenset(word + "s" for word in DEMONYMS) | BODIES | PLACES | PLAIN | STOP
"""folded words that end or never begin a personal name"""

ALSO_GIVEN = CALENDAR & word_set("april june august may") | word_set("will mark grace frank rose")
"""words that are given names too, when a surname follows"""

MEDIA_ENDS = word_set("times news post journal tribune herald gazette daily telegraph magazine radio tv")
"""last words of outlets"""
ORG_ENDS = (
    BODIES
    - MEDIA_ENDS
    - word_set(
        "administration act agreement campaign constitution daily government house intelligence pact post protocol"
        " program programme project prize review republic state states summit treaty war week watch working cabinet"
        " front base station task conference festival olympics mission initiative"
        " departments governments nation nations tribe tribes shuttle space telescope federation"
    )
)
"""last words of bodies: "Arms Control Working Group" """
RULES = word_set("administration doctrine era presidency campaign government cabinet years house")
"""words that follow a ruler's surname and leave it a person: "the Bush Administration" """
