"""The data page: what came in, what was refused, and where a figure comes from."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from metrics.breaks import Break
from metrics.problem import Text
from tests.joint import a_delivery, a_joint_zone
from tests.pages.reading import Open, html_of, words_of


def test_a_delivery_is_told_in_words(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path), "data")))
    assert "Samordnade planer (SIP) 2016–2025 1 12 januari 2026 4 100 4 100 0" in words


def test_refused_and_interpreted_rows_carry_their_reason(tmp_path: Path, open_page: Open) -> None:
    reason = {"code": "dates", "rows": 12, "text": {"sv": "Slutdatum före startdatum", "en": "End before start"}}
    read_as = {"code": "comma", "rows": 900, "text": {"sv": "Decimalkomma", "en": "Decimal comma"}}
    delivery = a_delivery(refused=12, accepted=4088, reasons=[reason], normalised=[read_as])
    words = words_of(html_of(open_page(a_joint_zone(tmp_path, deliveries={"region": [delivery]}), "data")))
    assert "12 nekade. Slutdatum före startdatum" in words
    assert "Tolkade: Decimalkomma (900)" in words


def test_an_organisation_that_has_not_released_is_awaited(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path, organisations=["municipality"]), "data")))
    assert "Leveranser från regionen Inväntar regionen" in words
    assert "Läs in filerna och frisläpp summorna" in words


def test_a_figure_can_be_followed_back(tmp_path: Path, open_page: Open) -> None:
    words = words_of(html_of(open_page(a_joint_zone(tmp_path), "data", lang="en")))
    assert "Release 2025-Q4" in words
    assert "Bundle from the region 3f3f3f3f3f3f · 1,234 figures, of which 56 protected" in words


def test_what_was_checked_and_let_pass_is_told(tmp_path: Path, open_page: Open) -> None:
    let = a_delivery(overrides=[{"code": "rows_changed", "reason": "Två mottagningar slogs ihop"}])
    words = words_of(html_of(open_page(a_joint_zone(tmp_path, deliveries={"region": [let]}), "data")))
    assert "rows_changed: Två mottagningar slogs ihop" in words
    assert "Varje rad har prövats mot källans regler" in words
    assert words.count("Ingen varning har släppts förbi.") == 1  # the municipality's


def test_a_break_in_the_series_is_listed_with_who_decided(tmp_path: Path, open_page: Open) -> None:
    told = Break(
        on=date(2024, 7, 1),
        kind="merged",
        title=Text("Västra gick upp i norra", "West became part of north"),
        organisation="region",
        units_before=("vastra_mottagningen",),
        units_after=("norra_mottagningen",),
        reason="Färre mottagningar",
        approved_by="data_steward",
        approved_on=date(2024, 6, 20),
    )
    joint = a_joint_zone(tmp_path, committee={"breaks": [told.as_json()]})
    words = words_of(html_of(open_page(joint, "data")))
    assert "1 juli 2024 Västra gick upp i norra. Färre mottagningar Region dataansvarig, 20 juni 2024" in words


def test_words_from_a_delivery_are_shown_as_words(tmp_path: Path, open_page: Open) -> None:
    delivery = a_delivery(period="<img src=x onerror=alert(1)>")
    html = html_of(open_page(a_joint_zone(tmp_path, deliveries={"region": [delivery]}), "data"))
    assert "<img src=x" not in html
    assert "&lt;img src=x" in html
