"""The words of the style guide, in both languages side by side."""

from __future__ import annotations

from typing import Final

from metrics.problem import Text

QUESTION: Final = Text(
    sv="Hur ser varje byggsten ut, i vart och ett av sina lägen?",
    en="What does each building block look like, in each of its states?",
)
LEDE: Final = Text(
    sv="Sidan är gjord av samma byggstenar som alla andra sidor, med tecknade värden. Ljust och mörkt står bredvid "
    "varandra; diagrammen följer webbläsarens läge. Inget här är ett riktigt värde.",
    en="The page is made of the same building blocks as every other page, with drawn values. Light and dark stand "
    "beside each other; the charts follow the browser's mode. Nothing here is a real value.",
)
LIGHT: Final = Text(sv="Ljust", en="Light")
DARK: Final = Text(sv="Mörkt", en="Dark")
COLOURS: Final = Text(sv="Färger", en="Colours")
COLOURS_HEAD: Final = Text(sv="Namn;Kontrast, ljust;Kontrast, mörkt", en="Name;Contrast, light;Contrast, dark")
TYPE: Final = Text(sv="Text", en="Text")
SPACE: Final = Text(sv="Avstånd", en="Distances")
MARKS: Final = Text(sv="Märken", en="Marks")
ALONE: Final = Text(sv="I en teckenförklaring", en="In a legend")
EXPLAINED: Final = Text(sv="Förklarade där de står", en="Explained where they stand")
SIDES: Final = Text(sv="Organisationer", en="Organisations")
NOTHING: Final = Text(sv="Fyra slags ingenting, och en nolla", en="Four kinds of nothing, and a zero")
CLOSED: Final = Text(sv="Stängd, och hopslagen", en="Closed, and put together")
BADGES: Final = Text(sv="Urval, länkar och knappar", en="Filters, links and buttons")
NOTICES: Final = Text(sv="Meddelanden och tillstånd", en="Notices and states")
FINDINGS: Final = Text(sv="Fynd", en="Findings")
TABLES: Final = Text(sv="Tabeller", en="Tables")
SCORECARD: Final = Text(sv="Styrkort: en rad för varje läge", en="Scorecard: a row for each state")
STATEMENTS: Final = Text(sv="Läget på båda sidor", en="Where both sides stand")
CHARTS: Final = Text(sv="Diagram", en="Charts")
CONTROL: Final = Text(sv="Styrdiagram", en="Control charts")
BARS: Final = Text(sv="Staplar i rader", en="Bars in rows")
LINES: Final = Text(sv="Linjer", en="Lines")
PROFILE: Final = Text(
    sv="Behovsprofil: otillfredsställt, tillfredsställt, skyddat", en="Profile of needs: unmet, met, protected"
)
CHANGE: Final = Text(sv="Behov som försvunnit, är kvar och är nya", en="Needs that are gone, remain and are new")
WAY: Final = Text(sv="Tänkt och gjort", en="Imagined and done")
DIMENSIONS: Final = Text(sv="Fyra sorters välbefinnande", en="Four kinds of well-being")
CURVE: Final = Text(sv="Väntan, med gränser", en="Waiting, with limits")
HEAT: Final = Text(sv="Områden genom åren", en="Domains through the years")
MATRIX: Final = Text(sv="Vem som var med och vem som saknades", en="Who was present, and who was missing")
TIMELINE: Final = Text(sv="Tidslinje: fyra teman i tre fält", en="Timeline: four themes in three lanes")
FORMS: Final = Text(sv="Formulär", en="Forms")
FORM_NOTE: Final = Text(
    sv="Knappen sparar ingenting: formuläret hör inte till något i registret.",
    en="The button saves nothing: the form belongs to nothing in the register.",
)
SAMPLE: Final = Text(sv="Tecknat värde", en="Drawn value")
SAMPLE_TEXT: Final = Text(
    sv="En mening av vanlig längd, så att raden kan bedömas.",
    en="A sentence of usual length, so that the line can be judged.",
)
CHOICE: Final = Text(sv="val", en="choice")
FIELDS: Final = Text(
    sv="Kort text;Lång text;Dag;Tid;Antal;Ett av flera;Ja eller nej;Flera",
    en="Short text;Long text;Day;Time;Number;One of several;Yes or no;Several",
)
