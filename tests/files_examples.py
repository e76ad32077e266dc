"""Each table of format 1 with every one of its keys: the TOML below its header, and the values it decodes to."""

from __future__ import annotations

WHOLE = {
    "dossier": (
        'title = "T"\ndescription = "D"\ntimezone = "Asia/Damascus"\nnumbers = { dozens = [12, 24, 99, 199] }',
        {"title": "T", "description": "D", "timezone": "Asia/Damascus", "numbers": (("dozens", (12, 24, 99, 199)),)},
    ),
    "source": (
        """
        id = "dw"
        name = "Deutsche Welle"
        siglum = "DW"
        kind = "article"
        family = "dw"
        title = "T"
        url = "u"
        archive_url = "a"
        sha256 = "s"
        captured = 2016-06-30T08:00:00Z
        published = 2016-06-29
        timezone = "Europe/Berlin"
        language = "en"
        credits = ["AP", "dpa"]
        derived_from = ["afp"]
        grade = "B"
        """,
        {
            "id": "dw", "name": "Deutsche Welle", "siglum": "DW", "kind": "article", "family": "dw", "title": "T",
            "url": "u", "archive_url": "a", "sha256": "s", "captured": "2016-06-30T08:00Z", "published": "2016-06-29",
            "timezone": "Europe/Berlin", "language": "en", "credits": ("AP", "dpa"), "derived_from": ("afp",),
            "grade": "B",
        },
    ),
    "actor": (
        'id = "nsa"\nname = "New Syrian Army"\naliases = ["NSA"]\nkind = "group"\npart_of = "fsa"',
        {"id": "nsa", "name": "New Syrian Army", "aliases": ("NSA",), "kind": "group", "part_of": "fsa"},
    ),
    "place": (
        'id = "b"\nname = "B"\naliases = ["C"]\nwithin = "d"\nlat = 34.45\nlon = 41\nradius_km = 3',
        {"id": "b", "name": "B", "aliases": ("C",), "within": "d", "lat": 34.45, "lon": 41.0, "radius_km": 3.0},
    ),
    "field": (
        """
        id = "claims.outcome"
        label = "Outcome"
        exclusive = [["captured", "repelled"], ["a", "b"]]
        same = [["captured", "seized"]]
        broader = { "air attack" = ["airstrike"] }
        rises = false
        slack = 0.5
        single = true
        unit = "km"
        """,
        {
            "id": "claims.outcome", "label": "Outcome", "exclusive": (("captured", "repelled"), ("a", "b")),
            "same": (("captured", "seized"),), "broader": (("air attack", ("airstrike",)),), "rises": False,
            "slack": 0.5, "single": True, "unit": "km",
        },
    ),
    "event": ('id = "e"\ntitle = "E"\ntags = ["t"]', {"id": "e", "title": "E", "tags": ("t",)}),
    "report": (
        """
        id = "dw/offensive"
        source = "dw"
        event = "offensive"
        when = 2016-06-28T10:30:05+03:00
        until = "2016-06-29"
        after = ["base-taken"]
        where = ["al-Bukamal", "al-Tanf"]
        who = { attacker = ["NSA"], defender = "IS" }
        what = "W"
        figures = { killed = "at least 40", wounded = [10, 20], fighters = 40, rate = 1.5, round = 40.0 }
        claims = { target = "al-Bukamal", means = ["shelling", "airstrike"], night = true }
        said_by = "Mozahem al-Saloum"
        derived_from = ["afp/offensive"]
        corrects = ["dw/first"]
        as_of = 2016-06-29T06:00:00+03:00
        planned = true
        denies = ["claims.target"]
        hedged = true
        part = "headline"
        quote = "Q"
        locator = "para 3"
        credibility = 2
        text = "X"
        note = "N"
        tags = ["t"]
        """,
        {
            "id": "dw/offensive", "source": "dw", "event": "offensive", "when": "2016-06-28T10:30:05+03:00",
            "until": "2016-06-29", "after": ("base-taken",), "where": ("al-Bukamal", "al-Tanf"),
            "who": (("attacker", ("NSA",)), ("defender", ("IS",))), "what": "W",
            "figures": (
                ("killed", "at least 40"), ("wounded", "[10, 20]"), ("fighters", "40"), ("rate", "1.5"), ("round", "40"),
            ),
            "claims": (("target", "al-Bukamal"), ("means", ("shelling", "airstrike")), ("night", True)),
            "said_by": ("Mozahem al-Saloum",), "derived_from": ("afp/offensive",), "corrects": ("dw/first",),
            "as_of": "2016-06-29T06:00+03:00", "planned": True, "denies": ("claims.target",), "hedged": True,
            "part": "headline", "quote": "Q", "locator": "para 3", "credibility": 2, "text": "X", "note": "N",
            "tags": ("t",),
        },
    ),
    "dataset": (
        'file = "t.csv"\nformat = "csv"\nsource = "t"\ncolumns = { when = "Date", where = ["Town", "Province"], who.attacker = "By" }',
        {
            "file": "t.csv", "format": "csv", "source": "t",
            "columns": (("when", ("Date",)), ("where", ("Town", "Province")), ("who.attacker", ("By",))),
        },
    ),
    "link": (
        'reports = ["a/b", "c/d"]\nsame = "disputed"\nreason = "R"\nby = "B"\nat = 2016-07-01T10:00:00Z',
        {"reports": ("a/b", "c/d"), "same": "disputed", "reason": "R", "by": "B", "at": "2016-07-01T10:00Z"},
    ),
    "ruling": (
        'event = "e"\nfield = "claims.target"\naccepted = "both"\nseen = { "a/b" = "x" }\nreason = "R"\nby = "B"\nat = 2016-07-01',
        {
            "event": "e", "field": "claims.target", "accepted": "both", "seen": (("a/b", "x"),), "reason": "R",
            "by": "B", "at": "2016-07-01",
        },
    ),
    "annotation": (
        'target = "a/b"\nnote = "N"\ntags = ["t"]\nby = "B"\nat = 2016-07-01',
        {"target": "a/b", "note": "N", "tags": ("t",), "by": "B", "at": "2016-07-01"},
    ),
}  # fmt: skip
