# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rule of presence: so many half-days of those that were planned, never less than it says."""

from hypothesis import given
from hypothesis import strategies as st

from forgeatelier.model.people.presence_rule import PresenceRule, kept

FOUR = ("2026-03-12/am", "2026-03-12/pm", "2026-03-13/am", "2026-03-13/pm")


@given(st.integers(1, 100), st.integers(1, 40))
def test_as_many_half_days_as_the_share_says_and_not_one_more(percent, planned):
    needed = PresenceRule(percent).needed(planned)
    assert needed * 100 >= percent * planned
    assert needed == 1 or (needed - 1) * 100 < percent * planned
    assert needed <= planned


def test_three_quarters_of_four_is_three_and_a_whole_day_counts_twice():
    rule = PresenceRule(75)
    assert kept(rule, FOUR, FOUR[:3]).fulfils
    assert not kept(rule, FOUR, FOUR[:2]).fulfils
    whole = kept(rule, FOUR, ("2026-03-12/day", "2026-03-13/pm"))
    assert (whole.fulfils, len(whole.attended)) == (True, 3)


def test_half_days_outside_the_plan_do_not_help_and_no_plan_helps_nobody():
    rule = PresenceRule(50)
    assert not kept(rule, FOUR, ("2026-03-14/am", "2026-03-14/pm", "2026-03-12/am")).fulfils
    assert not kept(rule, (), FOUR).fulfils
