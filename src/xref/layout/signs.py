"""What a single line looks like: each sign is one named test, without knowledge of where the line stands.

Sources: the label words of common news, forum and mail systems; correspondence layout as in the US Government
Publishing Office Style Manual (salutation, complimentary close, enclosures); transcripts as the American Presidency
Project and the Federal News Service print them (capitalised speaker labels, Q).
"""

from __future__ import annotations

import re

HEADING = re.compile(r"#{1,6}\s+\S")
RULE = re.compile(r"(?:[-*_=~]\s?){3,}$")
URL = re.compile(r"(?:https?://|www\.)\S+", re.I)
URL_LABEL = re.compile(
    r"(?:#{1,6}\s*)?(?:original\s+(?:url|link|article)|url|link|source|permalink|short\s?link)s?\s*:", re.I
)
BYLINE = re.compile(
    r"(?:(?:written|posted|reported|submitted|compiled|text|story)\s+)?by:?\s+(?=[A-Z\"“@])|authors?:\s", re.I
)
CREDIT = re.compile(
    r"[\[(]?\s*(?:additional\s+|with\s+)?(?:reporting|writing|editing|reported|written|edited|compiled|translated|translation"
    r"|editor|editors)\b[^.]{0,20}?\b(?:by|in|:)|[—-]{1,2}\s*(?:editor|with\s+files\s+from)|"
    r"[A-Z][\w.’' -]{2,60} contributed to this (?:report|article|story)|"
    r"(?:[A-Z][\w.’' -]{2,60}\s)?(?:material|information|reporting)\s(?:from\s[^.]{2,60}\s)?(?:was|were)\sused\sin\sthis\b",
    re.I,
)
CAPTION = re.compile(
    r"[*_]{0,2}(?:(?:file\s+)?photo(?:graph)?|image|picture|caption|credit|graphic|illustration|video|watch|listen"
    r"|\(?(?:AP|AFP|EPA|Getty|Reuters)\s+photo|fig(?:ure|\.))\b[^.]{0,12}[:/|(—-]",
    re.I,
)
MAILING = re.compile(
    r"[*_]{0,2}(?:you(?:['’]re|\s+are|\s+have)?\s+(?:receiv\w+|got|getting|subscribed)\b.{0,60}\b(?:this|these|e-?mails?|letters?|because|to)\b|this\s+(?:e-?mail|message|newsletter)"
    r"\s+was\s+(?:sent|forwarded)|(?:was\s+this\s+)?forwarded\s+(?:to\s+you|this)|to\s+unsubscribe|if\s+you\s+(?:no\s+longer|do\s+not|don['’]t)\s+w(?:ish|ant)\s+to\s+receive|"
    r"(?:sign\s+up|subscribe)\s+(?:for|to)\b|follow\s+us\b|click\s+here\b|(?:your|our)\s+privacy\b|we\s+use\s+cookies)",
    re.I,
)
SPEECH = re.compile(
    r"(?:remarks|speech|address|statement|testimony|lecture|keynote|prepared\s+remarks|opening\s+statement)\s+"
    r"(?:as\s+(?:delivered|prepared)[\w\s]{0,20}\s)?(?:by|of|from)\s+(?:the\s+)?(?P<who>[A-Z][^,:;(\n]{2,80})|^(?P<lead>[A-Z][\w.'’ -]{2,60}?)['’]s\s+(?:remarks|speech|address|statement|testimony)\b",
    re.I,
)
# how a speech begins: the audience is addressed (Lucas, The Art of Public Speaking, on openings; parliamentary manuals)
ADDRESSED = re.compile(
    r"(?:(?:my\s+)?fellow[\s-](?:citizens|americans|countrymen|delegates|members)(?:\s+of\s+[\w ,]{3,60})?|"
    r"(?:ladies|senators|gentlemen|members)\s+(?:and|of)\s+(?:the\s+)?[\w ,]{3,60}|"
    r"(?:mr|madam|mister)\.?\s+(?:speaker|president|chairman|chairwoman|chair|vice[\s-]president)\b[^.!?\n]{0,160})\s*[:,;—–-]",
    re.I,
)
BODY = re.compile(
    r"(?:the\s+)?(?:office|department|ministry|bureau|embassy|permanent\s+mission|committee|kingdom|republic|contact|"
    r"for\s+immediate\s+release|memorandum|press\s+(?:release|office))\b[^.!?]*$",
    re.I,
)
COPYRIGHT = re.compile(
    r"(?:©|\(c\)\s|copyright\b|our\s+standards:|all rights reserved|terms (?:of|and)|privacy (?:policy|notice))", re.I
)
STAGE = re.compile(
    # the forms of the Congressional Record's clerks
    r"There\s+being\s+no\s+objection,\s+the\s+\w+[^.]{0,80}\b(?:ordered|follows|agreed)\b[^.]{0,80}[.:]$|"
    r"The\s+(?:\w+\s+)?clerk\s+(?:proceeded\s+to|called|read)\b[^.]{0,120}\.$|"
    r"[\[(]\s*(?:prolonged\s+)?(?:applause|laughter|cheers|crosstalk|inaudible|end|begin\w*|off[- ]mic|music|pause)\b"
    r"[^)\]]*[\])]\.?$|(?:#\s*){3}$|-?\s?(?:30|end|more)\s?-$|END(?:\s+OF\s+\w+)?\.?$",
    re.I,
)
PAGE = re.compile(
    r"(?:page|p\.)\s*[A-Z]?-?[0-9]+(?:\s+of\s+[0-9]+)?$|[-–—]?\s*[0-9]{1,4}\s*[-–—]?$|section\s+[A-Z0-9]+[;,]", re.I
)
CONTINUED = re.compile(r"[\[(]?\s*(?:continued|cont['’.]?d)\b", re.I)
RELATED = re.compile(
    r"(?:#{1,6}\s*|[*_]{1,3})?(?:related(?:\s+(?:articles?|stories|links?|content|coverage|topics?|news|posts?|reading))?"
    r"|read\s+(?:more|also|next)|see\s+also|also\s+(?:read|see|on\s+\w+)|more\s+(?:on|from|stories|news|in)\b.{0,40}"
    r"|further\s+reading|recommended(?:\s+(?:for\s+you|reading|stories))?|you\s+(?:may|might)\s+also\s+like"
    r"|(?:most|popular)\s+(?:read|popular|viewed|commented|posts|stories)|latest\s+(?:news|stories|posts|replies|headlines)"
    r"|trending(?:\s+now)?|top\s+stories|in\s+other\s+news|don['’]t\s+miss|editor['’]?s?['’]?\s+picks?"
    r"|elsewhere\s+on\s+\w+|what\s+to\s+read\s+next|up\s+next|similar\s+(?:threads|topics|posts))\s*[*_]{0,3}\s*:?",
    re.I,
)
NOTES = re.compile(
    r"(?:#{1,6}\s*|[*_]{1,3})?(?:foot|end)?notes?(?:\s+to\s+editors)?[*_]{0,3}\s*:?$|(?:#{1,6}\s*)?(?:references|sources|citations)\s*:?$",
    re.I,
)
FOOTNOTE = re.compile(
    r"<sup>\s*[\w*†‡]{1,6}\s*</sup>|\[\^?[0-9ivxl*]{1,5}\](?!\()\s*:?|[¹²³⁴⁵⁶⁷⁸⁹⁰]+\s*\S|\^[0-9]{1,3}\b|[*†‡§]{1,3}(?=\s?[A-Z\"“])(?!\*)",
    re.I,
)
SALUTATION = re.compile(
    r"(?:my\s+)?dear\s+(?:[^.!?]|\.(?=\s)){2,80}[,:;—-]?$|to\s+whom\s+it\s+may\s+concern[,:]?$|(?:your\s+)?excellenc(?:y|ies)[,:]?$|"
    r"(?:gentlemen|sirs?|madams?|ladies\s+and\s+gentlemen)\s*[,:]$",
    re.I,
)
CLOSING = re.compile(
    r"(?:(?:very|most)\s+)?(?:sincerely|respectfully|truly|cordially|faithfully|best\s+(?:regards|wishes)|kind\s+regards"
    r"|regards|yours(?:\s+(?:sincerely|faithfully|truly|respectfully|very\s+truly))?|respectfully\s+(?:yours|submitted)"
    r"|sincerely\s+yours|with\s+(?:best|kind|warm|high)\w*\s+\w+)\s*[,.]?$",
    re.I,
)
ENCLOSURE = re.compile(
    r"(?:cc|bcc|c\.c\.|encl(?:osures?|s)?|attachments?|distribution|copy\s+to|p\.?s\.?)\b\.?\s*(?:\([0-9]+\))?\s*:|"
    r"(?:enclosures?|attachments?)(?:\s*\([0-9]+\)|:?$)",
    re.I,
)
MAIL_HEAD = re.compile(
    r"(?:from|to|cc|bcc|date|sent|subject|re|ref|reference|our\s+ref|your\s+ref|file\s+no|attn|via|in\s+reply\s+to)\b\.?(?:\s+no\.?)?\s*:\s",
    re.I,
)
REPRINT = re.compile(r"\[From\s+(?:the\s+)?(?P<outlet>[A-Z][^,\]\n]{1,80}),[^\]\n]{3,60}\]$")
FORWARDED = re.compile(
    r"-{2,}\s*(?:original|forwarded|begin\s+forwarded)\b[^-\n]{0,40}-{2,}$|begin\s+forwarded\s+message:?$|"
    r"(?:on\s+.{6,60},\s+)?.{2,80}\b(?:wrote|writes):$",
    re.I,
)
DISCLAIMER = re.compile(
    r"(?:this\s+(?:e-?mail|message|communication|transmission)(?:\s+and\s+any\s+(?:attachments?|files))?\b[^.]{0,80}\b(?:confidential"
    r"|privileged|intended)|if\s+you\s+are\s+not\s+the\s+intended\s+recipient|(?:in\s+case|in\s+the\s+event)\s+of\s+(?:any\s+)?"
    r"(?:divergence|discrepanc\w+|dispute)\b|translat(?:ed|ion)\s+(?:on|by|from)\b|unofficial\s+translation|digiti[sz]ed\s+(?:from|by)\b"
    r"|scanned\s+(?:from|by)\b|this\s+(?:interview|transcript|article|story|text)\s+(?:has|was)\s+(?:been\s+)?(?:edited|condensed|translated"
    r"|updated|corrected|amended|first\s+published|originally\s+published)\b|corrected\s+version\b|corrections?\s*(?:\(|:|,)|all\s+times\s+are\b"
    r"|powered\s+by\b|last\s+edited\s+by\b)",
    re.I,
)
JUMP = re.compile(
    r"(?:[Cc]ontinued|[Cc]ont['’.]?d?|[Jj]ump|[Tt]urn)\s+(?:from|on|to)\s+(?:[Pp]age\s+)?[A-Z]?-?[0-9]{1,3}\.?$|"
    r"(?:[Pp]lease\s+)?[Ss](?:ee|EE)\s+[A-Z][A-Z ]{2,30},?\s+(?:[Pp]age\s+)?[A-Z]?-?[0-9]{1,3}\.?$"
)
JUMPED = re.compile(r"[A-Z][A-Z]{3,}:\s+[A-Z][^.!?]{8,80}$")
RUNNING = re.compile(r"\S.{3,80}?(?:[ ]{3,}|\t+)[A-Z]?-?[0-9]{1,4}$|[A-Z]?-?[0-9]{1,4}(?:[ ]{3,}|\t+)\S.{3,80}$")
NUMBERED = re.compile(r"(?:[0-9]{1,2}(?:\.[0-9]{1,2})*[.)]?|[IVX]{1,5}[.)]|[A-H][.)])\s+(?=[A-Z])")
INTERVIEW = re.compile(
    r"\binterview(?:ed)?\b|\bq\s?(?:&|and)\s?a\b|\bin\s+conversation\s+with\b|\b(?:he|she|they)\s+(?:spoke|talked)\s+(?:to|with)\b",
    re.I,
)
EDITED = re.compile(
    r"th(?:is|e)\s+(?:interview|conversation|transcript)\s+(?:has|was)\s+(?:been\s+)?(?:\w+\s+)?(?:edited|condensed)\b",
    re.I,
)
GREETING = re.compile(
    r"(?:(?:hi|hello|hey|dear|good\s+(?:morning|afternoon|evening))\b[^.?!:]{0,40}|colleagues|friends|all|everyone|[A-Z][a-z]+(?:\s+and\s+[A-Z][a-z]+)?),$",
    re.I,
)
DONE = re.compile(
    r"(?:done|signed)\s+(?:at|in)\s+[A-Z][^.;]{2,60},?\s+(?:in\s+\w+\s+(?:originals?|copies)|this\b|on\s+this\b|on\s+the\b)",
    re.I,
)
MASTHEAD = re.compile(
    r"\S {3,}\S|\t|\b(?:vol|no|issue)\.?\s*[0-9]+|\b[0-9]+\s+cents\b|^(?:THE\s+)?CONGRESSIONAL\s+RECORD\b", re.I
)
SUBJECT = re.compile(r"(?:subject|re)\s*:\s*(\S.*)$", re.I)
MEMBER = re.compile(
    r"(?:(?:senior|junior|full|new|well-known|active|registered|elite|veteran|premium|super|gold|silver|founding|site|forum)"
    r"\s+(?:member|user|poster|moderator|contributor)|(?:global\s+)?moderator|administrator|member|guest|newbie|lurker"
    r"|original\s+poster|thread\s+starter|banned(?:\s+user)?)$",
    re.I,
)
MEMBER_FIELD = re.compile(
    r"(?:join(?:ed|\s+date)|member\s+since|registered|posts?|messages|location|likes?|karma|reputation|reaction\s+score|rep|threads|age|country|thanked|points|threads?)\s*:\s",
    re.I,
)
JOINED = re.compile(r"(?:join(?:ed|\s+date)?|member\s+since|registered)\b", re.I)
POST_FIELD = re.compile(r"(?:post(?:ed)?\s*#?[0-9]+|#[0-9]+(?:\s|$)|reply\s+#?[0-9]+|re:\s)", re.I)
QUOTED = re.compile(
    r"(?:quote\s*(?:from|:|$)|originally\s+posted\s+by|[\w.-]{2,30}\s+(?:said|wrote):$|last\s+edited\s+(?:by|on|at)|sent\s+from\s+my)",
    re.I,
)
LABEL_WORDS = frozenset(
    "home page back top go skip content main menu navigation search login log sign in out up register subscribe subscription"
    " newsletter newsletters share tweet facebook twitter whatsapp linkedin reddit email e-mail print save comment comments"
    " reply replies like likes follow us rss feed next previous prev older newer advertisement advertising sponsored ad ads"
    " more read continue close clear open view all browser unsubscribe preferences cookies cookie policy privacy terms about"
    " contact help faq sitemap archive archives tags tag categories category filed under topics topic section sections latest"
    " trending popular most editor's picks click here to the a of for this article story post listen play video photos gallery"
    " download pdf copy link text size font increase decrease a+ a- min mins minute minutes leave add your name required"
    " website notify me report abuse permalink quote edit delete flag forum forums thread threads board index world politics"
    " business opinion sports sport culture news and or on x telegram pinterest flipboard print-friendly version english"
    " русский account my profile settings donate support join now free trial get app mobile desktop site".split()
)
SEPARATORS = re.compile(r"\s+[|>»›•·/]\s+|\s{3,}|\t")
TERMINAL = re.compile(
    r"[.?!…][\"”’')\]*_»]*(?:<sup>[^<]{1,8}</sup>|\[[0-9^]{1,4}\]|[¹²³⁴-⁹⁰])*\s*$|[.?!][\"”’']\s*\)?$"
)
SPEAKER = re.compile(
    # "Mr. BYRD." and "The PRESIDING OFFICER (Mr. Dole)." open a speech in the Congressional Record
    r"(?:(?:Mr|Mrs|Ms|Miss|The|Senator)\.?\s[A-Z][A-Z'’-]+(?:[\s-][A-Z][A-Z'’.-]*)*(?:\sof\s[A-Z][a-z]+(?:\s[A-Z][a-z]+)?)?"
    r"(?:\s\([^)]{1,60}\))?\.(?=\s)|"
    r"(?:Q(?:UESTION)?|A(?:NSWER)?)(?:[.:]|\s{2,}|\s(?=[A-Z(\"“]))|"
    r"(?:(?:MR|MRS|MS|DR|GEN|ADM|SEN|REP|AMB|SECRETARY|PRESIDENT|MINISTER|CHAIRMAN|SENATOR|GENERAL|AMBASSADOR|THE|SENIOR)\.?\s+)?"
    r"[A-Z][A-Z.'’-]+(?:\s+[A-Z][A-Z.'’-]*){0,5}(?:\s*[\[(][^)\]]{1,60}[)\]])?\s*:\s)"
)
TURN = re.compile(
    r"\*{0,2}[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){0,4}(?:,\s[^:]{2,60})?\*{0,2}\s*:\*{0,2}\s+(?=[A-Z\"“\[(])"
)
BULLET = re.compile(r"(?:[-*•–—‣▪o]|[0-9]{1,3}[.)]|\(?[a-zA-Z][.)]|\(?[ivxIVX]{1,4}[.)])\s+\S")
TIME = re.compile(
    r"\b[0-9]{1,2}[:.][0-9]{2}(?:[:.][0-9]{2})?\s*(?:[ap]\.?m\.?)?|\b[0-9]{1,2}\s*[ap]\.?m\.?(?![a-z])|\b[0-9]{3,4}\s*(?:GMT|UTC|hrs?)\b",
    re.I,
)
ZONE = re.compile(
    r"\b(?:GMT|UTC|EST|EDT|CST|CDT|PST|PDT|MST|MDT|HKT|JST|IST|AEST|AEDT|SGT|EET|ET|CT|PT|BST|CET|CEST|MSK|local\s+time)\b(?:\s*[+-]\s*[0-9]{1,2}(?::?[0-9]{2})?)?",
    re.I,
)
DATE_LABEL = re.compile(
    r"\b(?:first\s+)?(?:published|updated|posted|last\s+(?:updated|modified|edited)|modified|date|dated|issued|released?"
    r"|release\s+date|for\s+(?:immediate\s+)?release|created|added|filed|on|at|as\s+of|the)\b:?",
    re.I,
)
BIO = re.compile(
    r"[*_]{0,3}(?:about\s+the\s+authors?|the\s+(?:writer|author)\s+is\b|[A-Z][\w.'’-]+(?:\s+[A-Z][\w.'’-]*){1,3}(?:,[^,]{2,50},)?"
    r"\s+(?:is|was)\s+(?:a|an|the)\s+[^.]{0,80}\b(?:fellow|professor|reporter|correspondent|editor|author|director|analyst"
    r"|columnist|writer|researcher|lecturer|scholar|president|blogger|journalist|contributor)\b)"
)


def is_labels(text: str) -> bool:
    """Whether a short line is made of interface words: "Back to top", "Share | Tweet | Print", "12 Comments"."""
    words = [w for w in re.split(r"[^\w'’+@-]+", text.lower()) if w]
    if not words or len(words) > 12:
        return False
    known = sum(w in LABEL_WORDS or w.isdigit() for w in words)
    return known == len(words) or (len(words) >= 3 and known / len(words) >= 0.75 and not TERMINAL.search(text))


def is_breadcrumb(text: str) -> bool:
    """Whether a line is short names with separators: "World > Europe > Russia", "News | Opinion | Sport"."""
    parts = [p for p in SEPARATORS.split(text.strip()) if p.strip()]
    return (
        len(parts) >= 2
        and not TERMINAL.search(text)
        and all(len(p.split()) <= 5 for p in parts)
        and len(parts) + 1 >= sum(c in ">»›|•·/" for c in text)
    )


def ends(text: str) -> bool:
    """Whether a line ends as a sentence does."""
    return bool(TERMINAL.search(text))


def is_titlecase(text: str) -> bool:
    """Whether most longer words begin with a capital, as in headlines."""
    words = [w for w in re.findall(r"[^\W\d_][\w'’-]*", text) if len(w) > 3]
    return bool(words) and sum(w[0].isupper() for w in words) / len(words) >= 0.7
