"""Texts of strangers: over five hundred strings that other programs obey, hide, reorder or choke on, and dossiers full of them.

Each string that would do something carries the word OWNED in what would be done, so that tests can look for it.
"""

# ruff: noqa: E501 - a line per kind of string is easier to look over than a string a line

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterator, Sequence

ESC, ST, BEL, CSI8, OSC8, DCS8, APC8, ST8 = "\x1b", "\x1b\\", "\x07", "\x9b", "\x9d", "\x90", "\x9f", "\x9c"


def _controls() -> Iterator[str]:
    """Every control character of C0 and C1, alone between letters."""
    for code in (*range(0x20), *range(0x7F, 0xA0)):
        yield f"OW{chr(code)}NED"


def _formats() -> Iterator[str]:
    """Every format character and separator of Unicode outside the tags: bidi, joiners, fillers, annotations."""
    for code in range(0xA0, 0xE0000):
        if unicodedata.category(chr(code)) in ("Cf", "Zl", "Zp", "Zs"):
            yield f"left{chr(code)}right"


def _sequences() -> Iterator[str]:
    """Control sequences that colour, move, erase, report, set the clipboard, link, load pictures or run things."""
    for final in "@ABCDEFGHIJKLMPSTXZ`abcdefghilmnqrstu":
        yield f"{ESC}[5{final}OWNED"
    for sequence in ("0c", "6n", "?6n", ">0q", "21t", "14t", "18t", "?1049h", "?1049l", "?25l", "?2004l", "?1000h", "?1006h",
                     "!p", "4i", "5i", "31;1m", "38;2;1;2;3m", "8m", "2J", "3J", "H", "20;20H", "?5h", "6 q", "?2026h",
                     "200~", "201~", ">4;1m", ">1u", "=1;1u", "x", "1$}", "2*x", "?7l"):  # fmt: skip
        yield f"{ESC}[{sequence}OWNED"
        yield f"{CSI8}{sequence}OWNED"
    for payload in ("0;OWNED", "1;OWNED", "2;OWNED", "4;1;#OWNED", "7;file:///OWNED", "8;;http://OWNED/", "8;id=1;file:///OWNED",
                    "9;OWNED", "9;4;1;50", "10;?", "11;?", "12;?", "50;OWNED", "52;c;T1dORUQ=", "52;c;?", "52;p;OWNED", "104",
                    "133;A", "633;E;OWNED", "777;notify;OWNED;OWNED", "1337;File=inline=1:OWNED", "1337;SetUserVar=a=OWNED",
                    "99;i=1;OWNED", "176;OWNED", "3008;OWNED"):  # fmt: skip
        yield f"{ESC}]{payload}{BEL}x"
        yield f"{ESC}]{payload}{ST}x"
        yield f"{OSC8}{payload}{ST8}x"
    for start in (f"{ESC}P", DCS8, f"{ESC}_", APC8, f"{ESC}^", f"{ESC}X", f"{ESC}k"):
        yield f"{start}OWNED{ST}x"
        yield f"{start}$qmOWNED"
    for short in "78=>cDEHMNOZnol|}~#6%G":
        yield f"{ESC}{short}OWNED"
    yield from (f"{ESC}(0OWNED", f"{ESC})BOWNED", f"{ESC}*0OWNED", f"{ESC} FOWNED", f"{ESC}#8OWNED", f"{ESC}%GOWNED",
                "\x0eOWNED\x0f", f"{ESC}{ESC}{ESC}[31mOWNED", f"OWNED{ESC}", f"OWNED{ESC}[", f"OWNED{CSI8}", "a\rOWNED",
                "a\b\b\bOWNED", "\\x1b[31mOWNED", "\\033]0;OWNED\\007", "^[[31mOWNED", f"{ESC}[31m\n{ESC}]0;OWNED{BEL}",
                "secret\x1b[8mOWNED\x1b[28m", "\x1b]8;;javascript:OWNED\x1b\\click\x1b]8;;\x1b\\", "\x1bPtmux;\x1b\x1b]52;c;OWNED\x07\x1b\\",
                "\x1b_Gf=100,a=T;OWNED\x1b\\", "\x1bP0;1q\"1;1;1;1OWNED\x1b\\", "line\nOWNED: a line of its own", "cr\r\nlf\n\rOWNED")  # fmt: skip


_MARKUP = (
    "[bold]OWNED[/bold]", "[/]", "[/bold]", "[", "]", "[[", "[]", "[red on blue]OWNED", "[link=http://x]OWNED[/link]",
    "[@click=app.quit]OWNED[/]", "[@click='app.exit']OWNED", "[@click=app.bell()]OWNED", "[$primary]OWNED", "[on red]OWNED", "[b]a[/i]",
    "\\[bold]OWNED", "\\\\[bold]OWNED", "[bold", "[bold red", "[=]", "[a=b c=d]OWNED[/a]", "[not bold]OWNED", "[reverse]OWNED",
    "[#ff0000]OWNED", "[rgb(1,2,3)]OWNED", "[/link]", "[@]", "[@click=]", "[ bold ]", "[bold][/bold][/bold]", ":smile: :warning:",
    "$background", "{0} {x} {{}} %s %d %n %(x)s ${x}", "f'{OWNED}'", "[0]", "[1:2]", "[!]",
)  # fmt: skip

_BIDI = (
    "\u202egpj.exe", "a\u202ab\u202bc\u202cd\u202de\u202ef", "\u2066\u2067\u2068\u2069", "\u2067OWNED", "שלום \u202d123\u202c OWNED",
    "بوكمال 12-06-2016 (OWNED)", "العربية", "\u200f\u200e\u061cOWNED", "א" * 300, "a" + "\u202e" * 300 + "b", "(א) [ب] {ת}",
    "user\u2066 \u202e; OWNED \u2069", "\u0627\u0644\u0628\u0648\u0643\u0645\u0627\u0644 killed 40", "\u200f123\u200f", "ـ" * 200,
)  # fmt: skip

_FLOODS = (
    "Z" + "\u0301" * 400, "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A̴̵̜̰͔ͫ͗͢L̠ͨͧͩ͘G̴̻͈͍͔̹̑͗̎̅͛́Ǫ̵̹̻̝̳͂̌̌͘!͖̬̰̙̗̿̋ͥͥ̂ͣ̐́́͜͞", "\u200b" * 500, "a\u200bb\u200cc\u200dd", "\u2060\ufeffx\u00ad", "\ufe0f" * 50,
    "x" + "\ufe0e\ufe0f\U000e0100\U000e01ef", "\U000e0001\U000e0065\U000e006e\U000e007f", "\u3164\u115f\u1160\uffa0OWNED", "\u034f" * 80,
    "\u20dd\u20e3\u0488", "\u0300start", "\u1160\u11a8" * 40, "\u17b4\u17b5", "\u180b\u180c\u180d\u180e", "\u2800" * 30, "a\u0305\u0332" * 40,
    "\U0001d173\U0001d17a", "\ufff9x\ufffay\ufffb", "\u0e33\u0e47" * 30, "\u0b57\u0bcd" * 20, "\u302a\u302b", "ก็็็็็็็็็็็็็็็็็็็็",
    "\U0001f3fb\U0001f3ff", "\u200d" * 60, "\u0489" * 200,
)  # fmt: skip

_WIDE = (
    "東京都千代田区", "한국어 텍스트", "ＦＵＬＬ　ＷＩＤＴＨ", "ｶﾀｶﾅ", "🙂🙃😀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "🇸🇾🇮🇶🇩🇪", "👍🏿", "1️⃣2️⃣#️⃣", "❤️♥︎", "☎️☎", "©️®️™️", "αβγ—…§±×÷",
    "①②③ⅠⅡ", "─│┼█▓", "نستعلیق", "देवनागरी क्ष्म्य", "தமிழ் நிலா", "ไทย ภาษา", "မြန်မာ", "ཏིབེཏ", "🧑🏽‍🚀🧑🏿‍🤝‍🧑🏻", "𝕋𝕖𝕩𝕥 𝒻𝓃", "𠜎𠜱𡿺", "﷽", "ꦏꦤ꧀", "꧁OWNED꧂", "🫠🫨🪿",
    "𒐫𒈙⸻", "\U0001f468\u200d", "\ue000\uf8ff\U000f0000", "\u0378\U0003fffd", "ᄀᅠᆨ각", "\u2b1b\u2b50\u231b", "\u3030\u303d\u2049", "㊗㊙", "𓀀𓂸", "⚠⚠️", "\u2329\u232a", "\U0001f1e6", "ﬁﬀ", "İıſß", "\uff5e\u301c", "ᚠᛇᚻ",
)  # fmt: skip

_HTML = (
    "<script>OWNED()</script>", "</script><script>OWNED()</script>", "<img src=x onerror=OWNED()>", "<svg onload=OWNED()>", "</title><script>OWNED()</script>",
    "</style><script>OWNED()</script>", "--><script>OWNED()</script>", "<!--", "-->", "<![CDATA[", "]]>", "\"><script>OWNED()</script>", "'><script>OWNED()</script>",
    "\" onmouseover=\"OWNED()", "' onfocus='OWNED()' autofocus='", "javascript:OWNED()", "JaVaScRiPt:OWNED()", "java\tscript:OWNED()", "\x01javascript:OWNED()",
    "data:text/html,<script>OWNED()</script>", "vbscript:OWNED()", "&lt;script&gt;OWNED", "&#x3c;script&#x3e;OWNED", "&amp;amp;", "&OWNED;", "&", "&#0;", "<a href=javascript:OWNED()>x</a>",
    "<iframe src=//OWNED>", "<object data=OWNED>", "<embed src=OWNED>", "<base href=//OWNED/>", "<meta http-equiv=refresh content=0;url=//OWNED>", "<link rel=stylesheet href=//OWNED>",
    "<style>*{background:url(//OWNED)}</style>", "<form action=//OWNED><input>", "<math><mi xlink:href=javascript:OWNED()>", "<template><script>OWNED()</script></template>", "<noscript><p title='</noscript><img src=x onerror=OWNED()>'>",
    "<plaintext>", "<textarea>", "<xmp>", "<select><script>OWNED()</script>", "<bdo dir=rtl>OWNED</bdo>", "</bdi></td></table><h1>OWNED</h1>", "<h1>OWNED", "<b>", "</b>", "<?xml version='1.0'?>", "<?php OWNED ?>", "<%= OWNED %>",
    "<!DOCTYPE html>", "<!ENTITY x SYSTEM 'file:///etc/passwd'>", "<svg><use href='#OWNED'/></svg>", "<foreignObject><script>OWNED()</script></foreignObject>", "<image xlink:href='http://OWNED'/>", "<text>OWNED</text>", "</text></svg><script>OWNED()</script>",
    "<a xlink:href='javascript:OWNED()'>", "<animate onbegin=OWNED() attributeName=x>", "<\x00script>OWNED()</script>", "<scr\u0000ipt>OWNED", "＜script＞OWNED＜/script＞", "{{constructor.constructor('OWNED')()}}", "${OWNED}", "`OWNED`", "';OWNED();//", "\\u003cscript\\u003eOWNED", "</TITLE ><IMG SRC=1>", "<x onclick=OWNED>", "http://x/\" onclick=\"OWNED()", "https://OWNED.example/</a><b>", "//OWNED/path",
    "file:///etc/passwd", "ftp://OWNED/", "http://user:pw@OWNED/", "https://x/\u202eOWNED", "https://x/\r\nSet-Cookie: OWNED", "http://[::1]/OWNED", "https:OWNED", "HTTPS://X/OWNED", "mailto:OWNED@x",
)  # fmt: skip

_MARKDOWN = (
    "# OWNED", "## OWNED", "OWNED\n===", "OWNED\n---", "* OWNED", "- OWNED", "+ OWNED", "1. OWNED", "1) OWNED", "> OWNED", "    OWNED", "```OWNED", "~~~OWNED", "`OWNED`", "``", "**OWNED**", "__OWNED__", "_OWNED_", "*OWNED*", "***OWNED***", "~~OWNED~~", "[OWNED](http://x)",
    "[OWNED](javascript:OWNED())", "![OWNED](http://x/y.png)", "[OWNED]: http://x", "[OWNED][1]", "<http://OWNED>", "<OWNED@x.org>", "http://OWNED.example", "www.OWNED.example", "| a | b |", "a|b|c", "|---|---|", "---", "***", "___", "===", "- [ ] OWNED", "[^1]", "[^1]: OWNED", "$OWNED$", "$$OWNED$$", "\\(OWNED\\)",
    "&copy; &#35;", "\\", "\\\\", "\\*OWNED*", "line  \nbreak", "#OWNED #1 @OWNED", "OWNED\\", "`a``b`", "<details><summary>OWNED", ":emoji: ==OWNED==", "\tOWNED", "--- OWNED", "+++", "{% OWNED %}", "{.OWNED #id}", "[[OWNED]]", "%%OWNED%%", "-", "+", "1.", "2016. OWNED", "~OWNED~", "H^OWNED^",
)  # fmt: skip

_CELLS = (
    "=OWNED()", "=1+1", "+OWNED", "-OWNED", "@OWNED", "=cmd|'/C calc'!A0", "=HYPERLINK(\"http://OWNED\",\"x\")", "=IMPORTXML(\"http://OWNED\",\"//a\")", "\t=OWNED()", "\r=OWNED()", "\n=OWNED()", " =OWNED()", "'=OWNED()", "\"=OWNED()", "=\"OWNED\"", "＝OWNED()", "＋OWNED", "－OWNED", "＠OWNED", "%0A=OWNED()",
    "+1-800-OWNED", "-5", "+5", "-", "@SUM(1+1)*OWNED", "a,b;c\td", "\"", "\"\"", "a\"b", "a\nb", "a\r\nb", "\ufeff=OWNED()", "\u200b=OWNED()", "\x00=OWNED()", "\x1f=OWNED()", "=_xlfn.WEBSERVICE(\"http://OWNED\")", "DDE(\"OWNED\";\"x\")", ";=OWNED()", ",=OWNED()", "\u00a0=OWNED()", "\u3000=OWNED()", "_x0041_OWNED", "_x001B_[31mOWNED", "#REF!", "#N/A", "1e400", "0x1F", "TRUE", "NULL", "NaN", "inf",
)  # fmt: skip

_OTHERS = (
    "\"\"\"OWNED", "'''OWNED", "\"\\u001b[31mOWNED", "\\u0000", "[table]\nOWNED = 1", "a = 1", "'; DROP TABLE event; --OWNED", "\" OR 1=1 --", "%' OR 'a' LIKE '%", "_%OWNED", "NEAR(OWNED)", "OWNED* OR", "\"OWNED", "a:b", "a AND", "-OWNED", "^OWNED", "{OWNED} : x",
    "\\input{/etc/passwd}", "\\write18{OWNED}", "{\\bf OWNED}", "} OWNED {", "@article{OWNED,", "\\end{document}", "% OWNED", "$_{OWNED}", "../../etc/passwd", "/etc/passwd", "C:\\OWNED", "CON", "~root", "$HOME", "`OWNED`", "$(OWNED)", "; OWNED", "| OWNED", "&& OWNED", "-rf OWNED", "--help", "\\\\OWNED\\share", "nul\x00OWNED",
    "(((((((((((((((((((((((((((((((", "9" * 400, "-" + "9" * 400, "1e9999", "0" * 300, "1/0", "between 9 and 1", "0000-00-00", "9999-12-31T23:59:60", "-99999-01-01", "Y999999999", "2016-02-30", "..", "/", "{..}", "[1,2", "20XX-XX-XX/..", "yesterday " * 200, "at least " * 200, "dozens of " * 200, "one hundred " * 300, "\ufffd\ufffe\uffff", "\ud7ff\ue000", "\U0010ffff", " ", "\n", "\t", "\u00a0", "-" * 3000, "wort" * 3000, "two words " * 1500, "a " * 4000, "," * 2000, "\n" * 300,
    "by " * 400 + "Monday", "東" * 3000, "\U0001f642" * 1500, "e\u0301" * 2000, "A" + "\u0489" * 3000, "<" * 2000, "[" * 2000, "*" * 2000, "\x1b" * 1000,
)  # fmt: skip


def _all() -> Iterator[str]:
    yield from _controls()
    yield from _formats()
    yield from _sequences()
    for part in (_MARKUP, _BIDI, _FLOODS, _WIDE, _HTML, _MARKDOWN, _CELLS, _OTHERS):
        yield from part


STRINGS: tuple[str, ...] = tuple(dict.fromkeys(_all()))
"""The corpus, each string once; at least 500."""


def quoted(text: str) -> str:
    """A TOML string that means exactly this text."""
    return '"' + "".join(map(_letter, text)) + '"'


def _letter(character: str) -> str:
    if character in '"\\':
        return "\\" + character
    if " " <= character <= "~":
        return character
    code = ord(character)
    return f"\\u{code:04x}" if code <= 0xFFFF else f"\\U{code:08x}"


def hostile_toml(strings: Sequence[str]) -> str:
    """A dossier in which each string stands in every field of a source, an actor, a place, an event and its reports.

    Two reports of an event give different strings, so that they are compared, and one gives a figure apart.
    """
    told = [_settings(strings[0])]
    for number, text in enumerate(strings):
        told.append(_declared(number, quoted(text)))
        told.append(_reported(number, quoted(text), quoted(strings[number - 1]), strings))
    return "".join(told)


def _settings(text: str) -> str:
    q = quoted(text)
    return f'[dossier]\ntitle = {q}\ndescription = {q}\ntimezone = "Asia/Damascus"\nnumbers = {{ {q} = [1, 2, 3, 4] }}\n'


def _declared(n: int, q: str) -> str:
    return f"""
[[source]]
id = "s{n}"
name = {q}
family = {q}
title = {q}
url = {q}
archive_url = {q}
sha256 = {q}
captured = {q}
published = 2016-06-{n % 28 + 1:02d}
language = {q}
credits = [{q}]
[[actor]]
id = "a{n}"
name = {q}
aliases = [{q}]
[[place]]
id = "p{n}"
name = {q}
aliases = [{q}]
lat = {n % 90}
lon = {n % 180}
[[field]]
id = "claims.c{n}"
label = {q}
unit = {q}
exclusive = [[{q}, "x"]]
[[event]]
id = "e{n}"
title = {q}
tags = [{q}]
[[annotation]]
target = "e{n}"
note = {q}
tags = [{q}]
by = {q}
"""


def _reported(n: int, q: str, other: str, strings: Sequence[str]) -> str:
    first = f"""
[[report]]
source = "s{n}"
event = "e{n}"
when = 2016-06-{n % 28 + 1:02d}
where = "p{n}"
who = {{ attacker = "a{n}", defender = [{q}] }}
what = {q}
figures = {{ killed = 3, wounded = {q}, {q} = 4 }}
claims = {{ c{n} = {q}, target = {q}, {q} = {q} }}
said_by = {q}
quote = {q}
locator = {q}
text = {q}
note = {q}
tags = [{q}]
"""
    second = f"""
[[report]]
source = "s{(n + 1) % len(strings)}"
event = "e{n}"
when = {q}
until = {q}
where = [{q}, {other}]
who = {{ attacker = [{other}] }}
what = {other}
figures = {{ killed = 30, wounded = {other}, {q} = {other} }}
claims = {{ c{n} = {other}, target = {other}, {q} = {other} }}
said_by = [{other}]
quote = {other}
locator = {other}
[[ruling]]
event = "e{n}"
field = "figures.killed"
accepted = "s{n}/e{n}"
reason = {q}
by = {q}
at = {q}
"""
    unplaced = f'\n[[report]]\nsource = "s{n}"\nwhen = {q}\nwhat = {q}\n'
    return first + second + unplaced


def faulty_toml(strings: Sequence[str]) -> str:
    """Tables in which each string stands where a message about it is printed: as a key, a value of another kind, a reference."""
    return "".join(_faulty(number, quoted(text)) for number, text in enumerate(strings) if text)


def _faulty(n: int, q: str) -> str:
    return f"""
[[source]]
id = {q}
[[source]]
id = "f{n}"
siglum = {q}
kind = {q}
grade = {q}
timezone = {q}
derived_from = [{q}]
{q} = 1
[[place]]
id = "f{n}"
within = {q}
lat = {q}
[[actor]]
id = "f{n}"
part_of = {q}
[[field]]
id = {q}
[[report]]
source = {q}
event = {q}
[[report]]
source = "f{n}"
event = "f{n}"
when = {q}
who = {{ {q} = "x" }}
derived_from = [{q}]
corrects = [{q}]
denies = [{q}]
part = {q}
figures = {q}
[[link]]
reports = [{q}, "f{n}/f{n}"]
same = {q}
[[ruling]]
event = {q}
field = {q}
accepted = {q}
[[annotation]]
target = {q}
[[dataset]]
file = {q}
format = {q}
"""


def file_names(strings: Sequence[str] = STRINGS) -> list[str]:
    """The strings that this system takes for the name of a file, with `.toml` behind them."""
    short = [text for text in strings if text and "/" not in text and "\x00" not in text and len(text.encode()) < 240]
    if sys.platform in ("win32", "darwin"):
        short = [text for text in short if text.isascii() and text.isalnum()]
    return [f"{text}.toml" for text in short if not text.startswith(".")]
