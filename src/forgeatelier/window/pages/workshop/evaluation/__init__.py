# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Récolter › Évaluation: counts typed from paper, before beside after, words without names."""

from forgeatelier.window.pages.workshop.evaluation.panel import EvaluationTab

__all__ = ["EvaluationTab"]
