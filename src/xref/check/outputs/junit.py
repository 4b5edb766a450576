"""For CI systems that show tests: a suite for each class of changes, a case for each change (the JUnit XML of Ant)."""

from __future__ import annotations

import re
from collections import Counter
from xml.etree import ElementTree as ET

from xref.check.outputs.text import closing, place
from xref.check.policy import CLASSES, Verdict
from xref.show import disarm, show

# characters that no XML document may hold (XML 1.0, production 2)
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def write_junit(verdict: Verdict, corpus: str) -> str:
    """Failures are failures; what is only told is a passed case with its words in system-out."""
    counts = Counter(change.kind for _, change in verdict.found)
    failed = Counter(change.kind for change in verdict.of("fail"))
    top = ET.Element(
        "testsuites", name="xref check", tests=str(max(1, sum(counts.values()))), failures=str(failed.total())
    )
    for kind in CLASSES:
        if not counts[kind]:
            continue
        suite = ET.SubElement(
            top, "testsuite", name=kind, tests=str(counts[kind]), failures=str(failed[kind]), errors="0"
        )
        for level, change in verdict.found:
            if change.kind == kind:
                case = ET.SubElement(suite, "testcase", name=_text(change.line), classname=f"xref.{kind}")
                said = _text(place(change, corpus) + change.line)
                said += f"\n- {_text(change.was)}" if change.was else ""
                said += f"\n+ {_text(change.now)}" if change.now else ""
                if level == "fail":
                    ET.SubElement(case, "failure", message=_text(change.line), type=kind).text = said
                else:
                    ET.SubElement(case, "system-out").text = said
    if not counts:
        suite = ET.SubElement(top, "testsuite", name="baseline", tests="1", failures="0", errors="0")
        ET.SubElement(suite, "testcase", name=_text(closing(verdict)), classname="xref.baseline")
    ET.indent(top)
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + disarm(ET.tostring(top, encoding="unicode"), "&#91;") + "\n"


def _text(said: str) -> str:
    return _FORBIDDEN.sub("\ufffd", show(said))
