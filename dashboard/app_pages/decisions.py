"""What was decided, why, by whom, and what came of it?"""

from __future__ import annotations

from dataclasses import replace

import streamlit as st

from dashboard import data
from dashboard.components import action_balance as balance
from dashboard.components import action_page, cycle_page, decision_sets, decision_sheet, effect_reviews, shell, states
from dashboard.components import decision_list as listed
from dashboard.components import decision_page as page
from dashboard.components import decision_ways as ways
from dashboard.components.history import history
from dashboard.components.page_head import page_head
from dashboard.components.page_part import section
from dashboard.components.take_away import take_away
from dashboard.texts import decisions as say
from dashboard.texts import texts
from dashboard.theme import mode
from dashboard.view import View
from governance import audit
from governance.entries import Action, ActionUpdate, Contents, Decision


def show_all(view: View, contents: Contents) -> None:
    """The register: what is late, the decisions with what followed, or what a search finds."""
    language, today = view.language, data.today()
    asked = listed.asked({**st.query_params})
    reviews = effect_reviews.reviews(contents, data.rows(), today)
    filters = listed.filters(asked, contents, view)
    st.html(
        page_head(say.TITLE[language], say.QUESTION[language], view, texts(language), filters=filters)
        + listed.opening(contents, today, effect_reviews.sentence(reviews, language), language)
    )
    words = st.text_input(
        say.SEARCH[language],
        placeholder=say.SEARCH_HINT[language],
        key="q",
        type="search",
        bind="query-params",
        live=True,
        width=448,
    )
    if words and words.strip():
        found = replace(asked, words=words.strip())
        st.html(listed.hits(listed.found(data.register(), found, view.organisation), found, contents, view))
        return
    st.html(ways.of_list(view))
    main, aside = st.columns([7, 3], gap="large")
    counts = balance.counts(contents.actions, today)
    main.html(section(say.REGISTER, listed.register(contents, asked, view, today), language))
    with aside:
        st.html(section(say.ATTENTION, listed.late_list(contents, view, today), language))
        balance.show(counts, f"{data.key()} {today}", language, mode())
    st.html(section(say.REVIEWS, f"<p>{say.REVIEWS_NOTE[language]}</p>{effect_reviews.table(reviews, view)}", language))
    take_away(
        lambda: decision_sheet.sheet(contents, reviews, language),
        say.FILE[language],
        view,
        lambda: balance.framed_picture(counts, language),
    )


def show_decision(decision: Decision, view: View, contents: Contents) -> None:
    """One decision with everything that belongs to it."""
    language, today = view.language, data.today()
    shown = {row.indicator.id: row.indicator for row in data.rows()}
    actions = contents.of(Action, decision_id=decision.id)
    reviewed = [each for each in effect_reviews.reviews(contents, data.rows(), today) if each.action in actions]
    st.html(page.head(decision, contents, view))
    main, aside = st.columns([7, 3], gap="large")
    main.html(
        page.words(decision, language)
        + decision_sets.section(decision, contents, view, today)
        + page.evidence(decision, shown, view)
        + page.followed(reviewed, view, listed.followed(actions, view, today))
        + page.alternatives(decision, language)
        + page.issue(decision, contents, actions, shown, view)
    )
    aside.html(page.aside(decision, shown, view))
    st.html(ways.of_decision(decision, contents, view) + history(Decision, decision.id, language))


def show_action(action: Action, view: View, contents: Contents) -> None:
    """One action with everything that belongs to it."""
    language, today, register = view.language, data.today(), data.register()
    reviewed = {each.action: each for each in effect_reviews.reviews(contents, data.rows(), today)}
    st.html(action_page.head(action, contents, view, today))
    main, aside = st.columns([7, 3], gap="large")
    main.html(
        action_page.effect(reviewed.get(action), view)
        + action_page.updates(contents.of(ActionUpdate, action_id=action.id), language)
        + action_page.issue(action, contents, view)
    )
    reason = action_page.last_reason(audit.of_object(register, Action, action.id))
    aside.html(action_page.facts(action, contents, view, today, reason))
    st.html(ways.of_action(register.wanted(Action, action.id), view) + history(Action, action.id, language))


view = shell.view("decisions")
contents = data.register_entries()
decision = next((each for each in contents.decisions if each.id == view.item), None)
action = next((each for each in contents.actions if each.id == view.item), None)
if form := ways.asked_for(st.query_params.get("do", ""), decision, action, contents, view):
    st.html(form)
elif decision:
    show_decision(decision, view, contents)
elif action:
    show_action(action, view, contents)
elif cycle_page.is_asked(view):
    cycle_page.show(view, contents)
elif view.item:
    st.html(
        states.state(say.UNKNOWN_TITLE[view.language].format(id=view.item), say.UNKNOWN_TEXT[view.language])
        + ways.back(view)
    )
else:
    show_all(view, contents)
