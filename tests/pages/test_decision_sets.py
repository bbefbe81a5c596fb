"""What a decision sets: said in words on its page, set in its forms, and read on the scorecard and the chart."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from dashboard import data
from dashboard.writes import closing
from dashboard.writes import decision_sets as writes
from dashboard.writes.sent import Sent
from governance.entries import CostSplit, FollowUp, PriceLevel, Recalculation, Target, Unit, UnitCostSplit
from governance.register import Register, open_register
from metrics.catalogue import by_id
from tests.joint import a_joint_zone
from tests.pages.reading import Open, cell_of, html_of, row_of, words_of
from tests.registers import a_decision, a_seat, text

FIRST = date(2026, 1, 1)


@pytest.fixture(autouse=True)
def _the_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(data, "today", lambda: date(2026, 1, 20))


@pytest.fixture(scope="module")
def joint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A committee whose decision B-1 has set one thing of each kind, and B-2 nothing."""
    folder = a_joint_zone(tmp_path_factory.mktemp("sets"))
    own: dict[str, Any] = {"decision_id": "B-1"}
    level: dict[str, Any] = {"value": 104.5, "name": text("Index"), "source": text("Source"), "base_year": 2022}
    open_register(folder / "register.sqlite").add_all(
        [
            a_seat("region-1", "region"),
            Unit(id="dagcentrum", name=text("Day centre"), kind="day_centre"),
            a_decision(kind="target"),
            a_decision(id="B-2", kind="cost", indicators=("P2",)),
            Target(indicator_id="R4", organisation="region", value=2.5, from_on=FIRST, **own),
            Target(
                indicator_id="U5", organisation="region", value=0.6, end_value=0.725, from_on=FIRST,
                to_on=date(2027, 12, 31), **own,
            ),
            Recalculation(indicator_id="P2", organisation="region", from_on=FIRST, reason=text("New"), **own),
            CostSplit(from_on=FIRST, region_share=0.575, **own),
            UnitCostSplit(unit_id="dagcentrum", from_on=FIRST, to_on=date(2026, 12, 31), region_share=0.0, **own),
            PriceLevel(year=2025, published_on=FIRST, **level, **own),
            FollowUp(organisation="municipality", due_on=date(2026, 6, 1), **own),
            FollowUp(organisation="region", due_on=FIRST, **own),
        ]
    )  # fmt: skip
    return folder


@pytest.fixture
def copied(joint: Path, tmp_path: Path) -> Path:
    """The same committee for one test to write in."""
    return shutil.copytree(joint, tmp_path, dirs_exist_ok=True)


def section_of(html: str) -> str:
    start = html.index('<section class="sets">')
    return html[start : html.index("</section>", start)]


def sent(register: Register, values: dict[str, str], seen: int = 0) -> Sent:
    return Sent(register=register, values=values, seen=seen, by="region-1")


def test_everything_set_is_said_in_words_with_its_days_the_region_first(joint: Path, open_page: Open) -> None:
    words = words_of(section_of(html_of(open_page(joint, "decisions", id="B-1")))).replace(" , ", ", ")
    said = [
        f"Mål Region {by_id('R4').name.sv} : 2,5 från 1 januari 2026 och tills vidare",
        f"Det ska läsas ihop med {by_id('U2').name.sv}, som ännu inte har något mål där.",
        "jämnt från 60 % den 1 januari 2026 till 72,5 % den 31 december 2027",
        "SIP uppföljd i tid : från 1 januari 2026 : New på svenska",
        "Regionen bär 57,5 % och kommunen 42,5 %, från 1 januari 2026 och tills vidare.",
        "Day centre på svenska: regionen bär 0 % och kommunen 100 %, från 1 januari 2026 till 31 december 2026.",
        "Prisindex Index på svenska; 2022 är 100. 2025: 104,5, publicerat 1 januari 2026. Källa: Source på svenska",
        "Region Skulle ha redovisats 1 januari 2026.",
        "Kommun Ska redovisas senast 1 juni 2026.",
    ]
    places = [words.find(each) for each in said]
    assert -1 not in places, said[places.index(-1)]
    assert places == sorted(places)
    assert words.count("Historik ändringar: 1") == 8


def test_the_form_of_its_kind_stands_open_until_it_is_used(joint: Path, open_page: Open) -> None:
    used, unused = (section_of(html_of(open_page(joint, "decisions", id=each, lang="en"))) for each in ("B-1", "B-2"))
    assert "<h3>Split the joint costs</h3>" in unused
    assert unused.index('data-write="set_split"') < unused.index("<details")
    assert "Enter or change what the decision sets" in used
    assert used.index("<details") < used.index('data-write="set_target"') < used.index('data-write="set_limits"')


def test_without_the_right_to_write_there_are_no_forms(
    joint: Path, open_page: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(data, "register_writable", lambda: False)
    assert "set_target" not in html_of(open_page(joint, "decisions", id="B-1"))


def test_a_target_set_in_the_form_stands_on_the_decision_the_scorecard_and_the_chart(
    copied: Path, open_page: Open
) -> None:
    register = open_register(copied / "register.sqlite")
    form: dict[str, Any] = {"decision_id": "B-2", "indicator_id": "P2", "organisation": "region", "value": "82 %"}
    writes.set_target(sent(register, form | {"from_on": "2025-10-01", "end_earlier": "yes"}))
    row = row_of(html_of(open_page(copied, "scorecard")), "P2")
    assert words_of(cell_of(row, "target")).replace("\u00a0", " ").startswith("82 % / 75 % B-2 , B-2025-003 Region")
    chart = html_of(open_page(copied, "indicator", id="P2"))
    assert "Mål 75 % i regionen från 1 februari 2025 till 30 september 2025" in words_of(chart)
    assert "Mål 82 % i regionen från 1 oktober 2025" in words_of(chart)
    assert 'class="key target"' in chart
    assert "/decisions?lang=sv&amp;do=decision&amp;measure=P2" in chart
    own = {"kind": "target", "id": "P2/region/2025-10-01", "why": "Fel"}
    writes.correct(sent(register, own | {"value": "80"}, seen=1))
    closing.cancel(sent(register, {"of": "target", "id": own["id"], "why": "Fel"}, seen=2))
    words = words_of(section_of(html_of(open_page(copied, "decisions", id="B-2"))))
    assert "80 % från 1 oktober 2025 och tills vidare Återkallat: Fel" in words
    assert "Värdet 82 % 80 %" in words


def test_a_decision_that_gave_way_sets_nothing_new_but_is_tidied_up(copied: Path, open_page: Open) -> None:
    open_register(copied / "register.sqlite").supersede(a_decision(id="B-3", supersedes="B-1"), by="region-1")
    html = section_of(html_of(open_page(copied, "decisions", id="B-1")))
    assert "Beslutet är ersatt av B-3: nytt bestäms där." in words_of(html)
    assert ("set_target" in html, "entry_cancel" in html) == (False, True)


def test_a_target_that_ended_while_it_moved_says_where_no_finer_than_agreed(copied: Path, open_page: Open) -> None:
    early = {"id": "U5/region/2026-01-01", "to_on": "2026-12-31", "why": "Nått"}
    writes.stop(sent(open_register(copied / "register.sqlite"), early, seen=1))
    html = section_of(html_of(open_page(copied, "decisions", id="B-1")))
    said = "jämnt från 60 % den 1 januari 2026 till 66,2 % den 31 december 2026"
    assert said in words_of(html).replace("\u00a0", " ")
    assert 'value="66,2414 %"' in html
