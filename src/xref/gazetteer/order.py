"""Whether a name is printed family name first: "Xi Jinping", "Park Geun-hye", "Kim Jong Un", "Ho Chi Minh".

English print keeps the Chinese and the Korean order, and turns the Japanese and the Hungarian one (AP Stylebook,
Chinese names, Korean names). A name counts when its first word is a frequent family name there and each other word is
made of syllables as pinyin, Wade-Giles or the Korean romanisations write them: "Kim Clark" and "Lee Marvin" are not.
Family names that are given names in English too want two syllables apart ("Lee Teng-hui"): "Lee Hamilton" stays.

Sources: China's Ministry of Public Security, the hundred most frequent surnames; Statistics Korea, census of surnames.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

FAMILY = frozenset(
    (
        "wang zhang liu chen yang huang zhao wu zhou xu sun zhu hu guo lin luo zheng liang xie tang deng feng xiao "
        "cheng cao peng zeng jiang cai jia xi wei xue ye yan yuan dong zhong fang shi zou qin gong hao hua geng gao "
        "mao yin qian tian du wen ding shen ren yao fu fan lu lou qi zuo yu qiu pan cui kang meng bai li dai xia "
        "chiang chou tsai lien chai ai teng hsieh hsu chiu soong tseng chung choe choi jang hwang shin kwon ahn yoon "
        "bae oh noh roh ryu ri pak paek hong"
    ).split()
)
"""frequent family names that are no given names in English"""
ALSO_GIVEN = frozenset("kim lee park moon ban han ho bo jung jo cho son song ma he long sung lim ko kang no".split())
"""family names that are given names, surnames or words in English too"""
_SYLLABLE = (
    r"(?:[zcs]h|ts|kw|gw|hw|hy|ky|by|my|gy|py|ry|hs|[bcdfghjklmnpqrstwxyz])?[aeiouy]{1,3}(?:ngh?|nh|[nklmptrw]|h)?'?"
)
_WORD = re.compile(rf"(?:{_SYLLABLE}){{1,3}}(?:-(?:{_SYLLABLE}){{1,2}})?")
_APART = re.compile(rf"{_SYLLABLE}[ -]{_SYLLABLE}")


def family_first(words: Sequence[str]) -> bool:
    """Whether the folded `words` of a name, its suffixes left out, begin with the family name."""
    if not 2 <= len(words) <= 3:
        return False
    first, given = words[0], words[1:]
    if len(given) == 2 and words[-1] in FAMILY | ALSO_GIVEN and given[0] not in FAMILY:
        return False  # "Wen Ho Lee": as it may be either, the Western order stays
    if first in FAMILY:
        return all(_WORD.fullmatch(word) for word in given)
    return first in ALSO_GIVEN and bool(_APART.fullmatch(" ".join(given)))
