"""The config file: what it sets, and every slip with line and nearest spelling."""

from __future__ import annotations

import pytest

from tui.files.homes import config_file
from tui.files.settings import Settings, read_settings

ASKED = {"themes": ("dark", "light"), "actions": ("down", "mark", "next_flag")}


@pytest.fixture
def told(tmp_path):
    """(line, message) of every problem of a text."""

    def read(text: str | bytes):
        path = tmp_path / "config.toml"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return [(problem.line, problem.message) for problem in read_settings(path, **ASKED).problems]

    return read


def test_it_lies_in_the_config_folder(home):
    assert config_file() == home / "config" / "rashomon" / "config.toml"
    assert read_settings(config_file(), **ASKED) == Settings(file=str(config_file()))


def test_what_it_sets(tmp_path):
    path = tmp_path / "config.toml"
    path.write_text('theme = "light"\nascii = true\n\n[keymap]\ndown = ["j", "down", "ctrl+n"]\nmark = "x"\n')
    settings = read_settings(path, **ASKED)
    assert (settings.theme, settings.ascii_only, settings.problems) == ("light", True, ())
    assert settings.keymap == {"down": ("j", "down", "ctrl+n"), "mark": ("x",)}
    assert settings.lines == {"down": 5, "mark": 6}


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ('# mine\nthme = "dark"\n', [(2, "there is no setting thme; did you mean theme?")]),
        ('theme = "ligth"\n', [(1, 'theme is none there is; expected "dark" or "light"; did you mean light?')]),
        ("theme = 3\n", [(1, 'theme is none there is; expected "dark" or "light"')]),
        ('ascii = "yes"\n', [(1, "ascii is neither true nor false; expected true or false")]),
        ("keymap = 3\n", [(1, "keymap is no table; expected a [keymap] table")]),
        ('[keymap]\n\nnext_flg = "x"\n', [(3, "there is no action next_flg; did you mean next_flag?")]),
        ('[keymap]\nrow_down = "x"\n', [(2, "there is no action row_down; did you mean down?")]),
        ("[keymap]\nmark = []\n", [(2, 'keymap.mark is an empty list; expected a key, such as "x", or a list of keys')]),
        ("[keymap]\nmark = [1]\n", [(2, 'keymap.mark is a list of 1 value; expected a key, such as "x", or a list of keys')]),
        ('keymap = { mrk = "x" }\n', [(1, "there is no action mrk; did you mean mark?")]),
        ("theme =\n", [(1, "the file is no TOML: this is no value; texts stand in quotes: theme =")]),
        (b"\xff\n", [(1, "the file is not UTF-8: byte 0xFF; expected text saved as UTF-8")]),
    ],
)
def test_every_slip_has_its_line_and_nearest_spelling(told, text, problems):
    assert told(text) == problems


def test_what_cannot_be_read_is_told(tmp_path):
    (problem,) = read_settings(tmp_path, **ASKED).problems
    assert "cannot be read" in problem.message


@pytest.mark.parametrize("written", ['"next flag"', "next-flag", "next_flag"])
def test_an_action_may_be_written_as_the_palette_has_it(written, tmp_path):
    path = tmp_path / "config.toml"
    path.write_text(f'[keymap]\n{written} = "x"\n')
    settings = read_settings(path, **ASKED)
    assert (settings.keymap, settings.lines, settings.problems) == ({"next_flag": ("x",)}, {"next_flag": 2}, ())
