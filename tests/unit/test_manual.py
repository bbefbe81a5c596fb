"""The manual says what the code does today."""

from __future__ import annotations

import metrics.spc
from tests.manual import MANUAL, manual
from tests.manual_sections import SECTIONS


def test_the_manual_is_what_the_code_would_write_today() -> None:
    """Otherwise: python -m tests.manual."""
    assert MANUAL.read_text(encoding="utf-8") == manual()


def test_every_kind_of_chart_is_in_the_manual() -> None:
    charts = {
        name for name in metrics.spc.__all__ if name.endswith("_chart") or name.startswith("laney") or name == "xmr"
    }
    assert charts <= {method.__name__ for section in SECTIONS for method in section.methods}


def test_a_method_is_told_by_its_rule_source_and_example() -> None:
    told = manual()[manual().index("### `laney_p`") :]
    assert "*Rule.* p ± 3·σ_z·√(p(1 - p)/n)" in told
    assert "*Source.* Laney, Improved control charts for attributes, 2002" in told
    assert ">>> chart = laney_p([500, 520, 480, 510], [1000, 1000, 1000, 1000])" in told


def test_a_drawn_table_is_a_table() -> None:
    assert "| values | expected |\n|---|---|\n| 0 3.1 0 | .A. |" in manual()
