# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: CC-BY-SA-4.0
"""The protocol that Ndeye, a facilitator, types in her editor: a box-type solar oven, told in her own words."""

WRITTEN = """\
# Écrit par Ndeye, le soir, sur l’ordinateur de la mairie
format: forge-atelier/protocole
format_version: 1
id: 5f0c2f0e-7c55-4a0b-9f2d-6d1f0e3b7a11
titre: Cuire au soleil dans une boîte
accroche: >-
  Deux boîtes l’une dans l’autre, deux vitres, un couvercle brillant : le repas de midi cuit sans une branche.
version: 0.1.0
langue: fr
licence: CC-BY-SA-4.0
auteurs:
  - nom: Atelier des communs de Sya
    role: rédaction
derive_de:
  - titre: Four solaire de type boîte
    auteur: La forge d’adaptations Nord-Sud
    source: https://forgecc.org/
    licence: CC-BY-SA-4.0
    modifications: Pas à pas réécrit pour des caisses à légumes ; essai de cuisson ajouté.
genre: fabrication
odd: [6, 7, 8, 14, 15]
effets: [deforestation, energie, eau]
groupe: {min: 6, ideal: 12, max: 20, par_equipe: 4, animateurs: 2}
duree:
  total: 4h00
  preparation: 90
  rangement: 20
lieu: {ombre: true, eau: true, electricite: aucune, tables: 3}
objectifs:
  savoir_etre:
    - enonce: Choisir ensemble ce qui remplace ce qui manque.
      critere: Chaque équipe présente une adaptation et sa raison.
  techniques:
    - enonce: Monter une boîte qui garde la chaleur.
      critere: La main posée dehors ne sent rien au bout d’une demi-heure de soleil.
    - enonce: Savoir quand l’eau est assez chaude pour être bue.
      critere: La personne dit la température et la durée.
  environnement:
    - enonce: Compter le bois qu’un repas au soleil épargne.
      critere: Le groupe donne un chiffre pour une semaine.
materiel:
  - nom: caisse en bois ou en carton
    genre: materiau
    par_equipe: 2
    source: recuperation
    substitut: carton de téléviseur doublé
  - nom: vitre
    genre: materiau
    par_equipe: 2
    unite: 45 × 45 cm
    cout_unitaire: 1500
    devise: XOF
    critique: true
  - nom: balle de riz
    genre: consommable
    par_equipe: 3
    unite: seau
    substitut: feuilles sèches, papier froissé, laine
  - nom: gants épais
    genre: protection
    par_personne: 1
securite:
  - risque: coupure par une vitre ou une lame
    niveau: moyen
    prevention: Bords de vitre couverts de ruban ; on coupe assis, vers l’extérieur du corps.
    protections: [gants épais]
    premiers_gestes: Rincer, appuyer avec un linge propre, montrer à une personne soignante.
  - risque: éblouissement par le réflecteur
    niveau: faible
    prevention: Personne ne regarde dans le couvercle brillant.
preparation:
  - tache: Demander les caisses au marché
    jours_avant: 7
etapes:
  - id: accueil
    phase: Comprendre
    titre: Le repas qui cuit déjà
    minutes: 20
    forme: pleniere
    consigne: Touchez la marmite dehors, puis regardez le thermomètre dedans. D’où vient la chaleur ?
  - id: plan
    phase: Comprendre
    titre: Un plan à compléter
    minutes: 30
    minutes_min: 15
    forme: groupes
    consigne: Voici ce que la boîte doit faire. Avec quoi le ferez-vous, vous ?
    sortie: un croquis par équipe
  - id: boites
    phase: Construire
    titre: La boîte dans la boîte
    minutes: 60
    forme: fabrication
    materiel: [caisse en bois ou en carton, balle de riz]
    pieges:
      - L’isolant se tasse ; en prévoir un tiers de plus.
  - id: vitrage
    phase: Construire
    titre: Deux vitres et leur jeu
    minutes: 50
    forme: fabrication
    materiel: [vitre, gants épais]
    risque: moyen
    consigne_securite: Gants aux mains dès qu’une vitre quitte la table.
  - id: essai
    phase: Essayer
    titre: Au soleil
    minutes: 60
    forme: groupes
    plan_b:
      - si: pluie
        alors: Sécher le montage à l’abri et garder l’essai pour le lendemain midi.
  - id: cloture
    phase: Essayer
    titre: Qui garde le four ?
    minutes: 20
    forme: pleniere
    sortie: une décision écrite
prises_de_vue:
  - etape: vitrage
    sujet: le jeu entre les deux vitres, de près
productions:
  - type: objet
    titre: Un four par équipe
apres:
  suivi_jours: 30
"""

MISTAKES = {
    "licence: CC-BY-SA-4.0\nauteurs": "licence: CC-BY-NC-4.0\nauteurs",
    "titre: Cuire au soleil dans une boîte": "tire: Cuire au soleil dans une boîte",
    "  total: 4h00": "  total: quatre heures",
    "odd: [6, 7, 8, 14, 15]": "odd: [6, 7, 42]",
    "    minutes: 50": "    minutes: -50",
    "    forme: groupes\n    consigne": "    forme: en rond\n    consigne",
    "    materiel: [vitre, gants épais]": "    materiel: [vitre, gants fins]",
}
"""What she got wrong the first time: right text to wrong text."""


def with_mistakes() -> str:
    """The file as it was first saved."""
    text = WRITTEN
    for right, wrong in MISTAKES.items():
        text = text.replace(right, wrong, 1)
    return text
