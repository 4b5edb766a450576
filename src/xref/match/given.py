"""Whether two sets of given names can be one person's: spellings of one name, initials, short forms.

Sources: BGN/PCGN, ALA-LC and press spellings of one Cyrillic or Arabic name; English short forms after the usage notes
of Hanks and Hodges, A Dictionary of First Names. A row lists spellings of one name, never names that merely resemble
each other, and not the Ukrainian beside the Russian form, since people choose between those.
"""

from __future__ import annotations

from collections.abc import Sequence

SPELLINGS = (
    "sergei sergey sergej serguei", "dmitri dmitry dmitriy dmitrii dimitri dimitry", "nikolai nikolay nikolaj",
    "aleksandr alexander alexandr aleksander", "andrei andrey andrej", "mikhail michail mihail",
    "aleksei alexei alexey aleksey", "vladimir wladimir", "yuri yury yuriy iurii jurij", "anatoly anatoli anatolii",
    "vasily vasili vasiliy vasilii", "georgy georgi georgii georgiy", "valery valeri valeriy", "vitaly vitali vitaliy",
    "evgeny yevgeny evgeni yevgeni evgenii", "viktor victor", "grigory grigori grigoriy", "fyodor fedor feodor",
    "maksim maxim", "valentin walentin", "gennady gennadi gennadiy", "arkady arkadi", "yevgenia evgenia", "leonid",
    "natalia natalya nataliya", "tatiana tatyana", "elena yelena", "maria mariya", "ksenia xenia", "yulia julia",
    "volodymyr wolodymyr", "oleksandr olexandr", "serhiy serhii", "andriy andrii", "dmytro", "mykola", "yuliya",
    "mohammed muhammad mohamed mohammad mohamad", "ahmed ahmad", "hassan hasan", "hussein husain hussain husein",
    "osama usama", "yusuf youssef yousef yusef", "abdullah abdallah abdulla", "mahmoud mahmud mahmood", "ali aly",
    "khaled khalid", "omar umar", "saddam sadam", "mustafa mustapha", "ibrahim ebrahim", "said saeed sayeed",
    "jean-claude", "steven stephen", "geoffrey jeffrey", "catherine katherine kathryn", "marc mark", "carl karl",
    "frederick frederic", "phillip philip", "lewis louis", "sara sarah", "ann anne", "teresa theresa", "eric erik",
)  # fmt: skip
SHORT_FORMS = (
    "thomas tom tommy", "william bill will willy billy", "robert bob rob bobby", "joseph joe joey", "benjamin ben",
    "edward ed ted eddie", "james jim jimmy", "michael mike mick", "richard dick rick rich", "john jack johnny",
    "daniel dan danny", "kenneth ken", "ronald ron", "donald don", "anthony tony", "stephen steve", "charles chuck",
    "henry hank harry", "katherine kate kathy", "elizabeth liz betty", "samuel sam", "david dave", "peter pete",
    "christopher chris", "gregory greg", "timothy tim", "andrew andy", "theodore ted teddy", "lawrence larry",
    "gerald jerry gerry", "patrick pat", "matthew matt", "jeffrey jeff", "susan sue", "alexander alex", "dmitri dima",
    "zbigniew zbig", "margaret maggie peggy", "frederick fred", "raymond ray", "leonard len", "walter walt",
)  # fmt: skip

_SPELLING = {name: row.split()[0] for row in SPELLINGS for name in row.split()}
_SHORT: dict[str, frozenset[str]] = {}
for _row in SHORT_FORMS:
    for _name in _row.split():
        _SHORT[_name] = _SHORT.get(_name, frozenset()) | {_row.split()[0]}


def compare_given(left: Sequence[str], right: Sequence[str]) -> str:
    """How the folded given names of two people of one surname agree.

    "same": equal or listed spellings of one name; "initial": one side prints only a letter; "short": one is a short
    form of the other; "lacking": one side prints none; "" when they differ. A middle name that only one side prints
    does not matter, one that differs does.
    """
    if not left or not right:
        return "lacking"
    first = _agree(left[0], right[0])
    if not first or not _middle_agree(left[1:], right[1:]):
        return ""
    return first


def _agree(left: str, right: str) -> str:
    a, b = left.strip("."), right.strip(".")
    if _SPELLING.get(a, a) == _SPELLING.get(b, b):
        return "initial" if len(a) == 1 else "same"
    short, long = sorted((a, b), key=len)
    if len(short) == 1:
        return "initial" if long.startswith(short) else ""
    return "short" if _roots(a) & _roots(b) else ""


def _roots(name: str) -> frozenset[str]:
    spelt = _SPELLING.get(name, name)
    return _SHORT.get(name, frozenset()) | _SHORT.get(spelt, frozenset()) | {spelt}


def _middle_agree(left: Sequence[str], right: Sequence[str]) -> bool:
    pairs = zip("".join(left).replace(".", ""), "".join(right).replace(".", ""), strict=False)
    if all(len(name.strip(".")) <= 2 or "." in name for name in (*left, *right)):
        return all(a == b for a, b in pairs)
    return all(_agree(a, b) for a, b in zip(left, right, strict=False))
