# SPDX-FileCopyrightText: 2026 ForgeAtelier contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A rich conduct sheet for the tests: an invented workshop, an invented host, invented people."""

import dataclasses
import hashlib
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path

from exporting.sample_pictures import SIZE, draw_picture
from forgeatelier.model.commons.document import (
    Attribution,
    DecisionTaken,
    Picture,
    SheetDocument,
    StepHarvest,
)
from forgeatelier.model.commons.sheet import ConductSheet
from forgeatelier.model.method.hazard import Hazard, Severity
from forgeatelier.model.method.material import Material, MaterialKind, Sourcing
from forgeatelier.model.method.objective import Family, Objective
from forgeatelier.model.method.protocol import PlannedOutput, PlannedOutputKind, Protocol, ProtocolKind
from forgeatelier.model.method.setting import (
    Adaptation,
    Aftermath,
    Assessment,
    Audience,
    Author,
    Challenge,
    Duration,
    Group,
    Level,
    Origin,
    Place,
    Power,
    PreparationTask,
    Reference,
    RoleNeed,
)
from forgeatelier.model.method.step import Form, Importance, PlanB, Step, Trouble
from forgeatelier.model.people.credit import Credit
from forgeatelier.model.people.figures import Figures
from forgeatelier.model.people.organisation import Organisation, OrganisationKind
from forgeatelier.model.people.person import Sex
from forgeatelier.model.workshop.agenda import programme
from forgeatelier.model.workshop.lessons import Lessons, Obstacle, ObstacleKind
from forgeatelier.model.workshop.output import Output
from forgeatelier.model.workshop.running import StepOutcome, StepRun
from forgeatelier.model.workshop.workshop import BudgetLine, Workshop, WorkshopState

CANARY = "CANARI-7731"
"""Stands in every field that must never leave: finding it in an output is a leak."""


def picture(
    number: int, slug: str, alt: str, caption: str = "", credit: str = "Collectif Soleil de Banko"
) -> Picture:
    """A picture of the sample; its name carries twelve hex digits as in a bundle."""
    digest = hashlib.sha256(f"{number}{slug}".encode()).hexdigest()
    return Picture(
        capture_id=f"00000000-0000-7000-8000-0000000001{number:02}",
        media=digest,
        name=f"medias/{slug}_{digest[:12]}.jpg",
        alt=alt,
        caption=caption,
        credit=credit,
        width=SIZE[0],
        height=SIZE[1],
    )


def write_pictures(document: SheetDocument, folder: Path) -> None:
    """Draw every picture of the document where a bundle would hold it."""
    for number, one in enumerate(document.pictures):
        draw_picture(folder / one.name, number, (one.width, one.height))


STEPS = (
    Step(
        id="accueil",
        phase="Matin",
        title="Accueillir et dire pourquoi on est là",
        minutes=30,
        form=Form.PLENARY,
        minutes_min=20,
        instruction="Dites votre nom, ce que vous cuisinez le plus souvent, et avec quoi vous faites le feu.",
        facilitator=(
            "Le cercle se fait debout, près du four modèle. Vous notez au tableau chaque combustible cité"
            " et le prix du sac. Quand tout le monde a parlé, vous additionnez : la dépense de la semaine"
            " apparaît."
        ),
        participants="Chacune et chacun parle moins d’une minute.",
        output="La liste des combustibles et de leurs prix.",
        tips=("Faire parler les cuisinières d’abord : elles tiennent les chiffres.",),
        materials=("Tableau", "Four modèle"),
        plan_b=(
            PlanB(trouble=Trouble.MORE_PEOPLE, instead="deux cercles, un rapporteur par cercle."),
            PlanB(trouble=Trouble.LATE, instead="sauter les prénoms, garder les prix."),
        ),
    ),
    Step(
        id="principe",
        phase="Matin",
        title="Comprendre l’effet de serre avec la main",
        minutes=25,
        form=Form.DEMONSTRATION,
        minutes_min=15,
        instruction="Posez la main dans les trois boîtes. Laquelle chauffe le plus ? Pourquoi ?",
        facilitator=(
            "Trois boîtes au soleil : une ouverte, une noire, une noire et vitrée. On attend cinq minutes"
            " avant de toucher. La question d’abord, l’explication ensuite : on ne dit « effet de serre »"
            " qu’à la fin."
        ),
        participants="Le groupe touche, parie, puis mesure au thermomètre.",
        output="Trois températures écrites au tableau.",
        importance=Importance.USEFUL,
        tips=(
            "Le pari à main levée réveille tout le monde.",
            "Laisser les enfants toucher en dernier, sous surveillance.",
        ),
        traps=("Donner la réponse trop tôt : l’expérience ne sert plus à rien.",),
    ),
    Step(
        id="coupe",
        phase="Matin",
        title="Tracer et couper les deux boîtes",
        minutes=45,
        form=Form.GROUPS,
        minutes_min=35,
        power=False,
        instruction=(
            "La petite boîte entre dans la grande avec quatre doigts de jeu tout autour. Tracez, "
            "montrez-moi, coupez."
        ),
        facilitator=(
            "Passer voir chaque équipe avant le premier coup de lame. Le jeu de quatre doigts est la "
            "seule cote qui compte."
        ),
        participants="Une personne mesure, une tient, une coupe, une vérifie ; on tourne à chaque face.",
        output="Deux boîtes qui s’emboîtent.",
        risk=Severity.MEDIUM,
        safety_note="Gants pour qui coupe et pour qui tient. La lame part toujours loin du corps.",
        materials=("Carton double cannelure", "Cutter", "Règle métallique"),
        tips=("Une planche sous le carton sauve la table et la lame.",),
        plan_b=(
            PlanB(
                trouble=Trouble.MISSING_MATERIAL,
                instead="une caisse de bois ou un panier garni de terre remplace la grande boîte.",
            ),
        ),
    ),
    Step(
        id="isolation",
        phase="Matin",
        title="Remplir de balle de riz",
        minutes=20,
        form=Form.MAKING,
        instruction="Remplissez sans tasser : c’est l’air qui isole.",
        facilitator="Montrer la poignée qui s’écroule : elle est bonne.",
        output="Un vide rempli sur quatre côtés et au fond.",
        tips=("Coques d’arachide, sciure ou laine font aussi l’affaire.",),
        materials=("Balle de riz",),
    ),
    Step(id="pause", phase="Matin", title="Pause et bouillie", minutes=20, form=Form.BREAK),
    Step(
        id="vitre",
        phase="Après-midi",
        title="Couper la vitre",
        minutes=40,
        form=Form.DEMONSTRATION,
        minutes_min=30,
        instruction="On regarde une fois, on fait une fois avec moi, puis chaque équipe coupe la sienne.",
        facilitator=(
            "Un seul poste de coupe, à l’écart du passage. Un trait, un seul, appuyé, avec de l’huile ; "
            "puis on casse au bord de la table."
        ),
        participants="Trois personnes autour du poste, les autres derrière la ligne.",
        output="Deux vitres par équipe.",
        risk=Severity.HIGH,
        safety_note=(
            "Gants et lunettes sans exception, chaussures fermées. Les chutes vont dans le seau, jamais "
            "par terre."
        ),
        traps=("Repasser deux fois sur le trait : la vitre éclate.",),
        materials=("Coupe-verre", "Huile", "Verre à vitre"),
        plan_b=(
            PlanB(
                trouble=Trouble.MISSING_MATERIAL,
                instead="film de cuisson tendu en deux couches ; il dure une saison.",
            ),
            PlanB(
                trouble=Trouble.FEWER_PEOPLE,
                instead="l’équipe d’animation coupe toutes les vitres la veille.",
            ),
        ),
    ),
    Step(
        id="reflecteur",
        phase="Après-midi",
        title="Coller le réflecteur et régler son angle",
        minutes=35,
        form=Form.GROUPS,
        minutes_min=25,
        instruction="Trouvez l’angle qui éclaire toute la vitre. Marquez-le d’un trait.",
        facilitator="Faire chercher, ne pas donner l’angle. L’ombre d’un crayon debout suffit à trouver le soleil.",
        participants="Deux tiennent, une colle, un regarde l’ombre.",
        output="Un réflecteur qui se règle et tient au vent.",
        tips=(
            "Le papier brillant des sachets de lait en poudre réfléchit presque aussi bien que la feuille d’aluminium.",
        ),
        materials=("Papier aluminium", "Colle de farine"),
    ),
    Step(
        id="essai",
        phase="Après-midi",
        title="Mesurer la montée en température",
        minutes=60,
        form=Form.GROUPS,
        minutes_min=45,
        instruction="Notez la température toutes les dix minutes. Qui passe 80 °C en premier ?",
        facilitator=(
            "Préparer le tableau à lignes : une par équipe. Faire deviner la suite de la courbe à "
            "mi-parcours.\nSi un nuage passe, noter l’heure : il se verra sur la courbe."
        ),
        participants="Une personne lit, une écrit, deux cherchent d’où part la chaleur.",
        output="Une courbe par équipe.",
        supports=("Feuille de relevé A4",),
        plan_b=(
            PlanB(
                trouble=Trouble.RAIN,
                instead="lampe halogène à 30 cm si le courant est là ; sinon reporter et garder la mise en commun.",
            ),
            PlanB(
                trouble=Trouble.NON_READERS,
                instead="des bâtonnets par dizaine de degrés, à la place des chiffres.",
            ),
        ),
    ),
    Step(
        id="bilan",
        phase="Après-midi",
        title="Goûter, comparer, décider de la suite",
        minutes=40,
        form=Form.PLENARY,
        minutes_min=30,
        instruction="Qu’est-ce que vous changeriez dans votre four ? Qui le garde, qui le montre ?",
        facilitator=(
            "Le riz est prêt : on mange, puis on parle. Noter les décisions à voix haute, les relire, "
            "demander qui s’y oppose."
        ),
        output="Deux décisions au moins, relues devant le groupe.",
    ),
    Step(
        id="reserve",
        phase="Après-midi",
        title="Temps de réserve et rangement",
        minutes=20,
        form=Form.BUFFER,
        importance=Importance.OPTIONAL,
    ),
)

MATERIALS = (
    Material(
        name="Cutter à lame large",
        kind=MaterialKind.TOOL,
        per_team=Decimal(1),
        critical=True,
        sourcing=Sourcing.BORROW,
    ),
    Material(
        name="Règle métallique",
        kind=MaterialKind.TOOL,
        per_team=Decimal(1),
        sourcing=Sourcing.BORROW,
        substitute="une latte bien droite",
    ),
    Material(
        name="Coupe-verre",
        kind=MaterialKind.TOOL,
        fixed=Decimal(1),
        critical=True,
        sourcing=Sourcing.BUY,
        unit_cost=Decimal(3500),
        currency="XOF",
    ),
    Material(
        name="Thermomètre à four",
        kind=MaterialKind.TOOL,
        per_team=Decimal(1),
        sourcing=Sourcing.BUY,
        unit_cost=Decimal(2500),
        currency="XOF",
        substitute="un seul, qui passe d’équipe en équipe",
    ),
    Material(
        name="Carton double cannelure",
        kind=MaterialKind.MATERIAL,
        per_team=Decimal(4),
        unit="plaques",
        sourcing=Sourcing.RECOVER,
        critical=True,
        substitute="caisse de bois, panier garni de terre",
    ),
    Material(
        name="Balle de riz",
        kind=MaterialKind.MATERIAL,
        per_team=Decimal("2.5"),
        unit="kg",
        sourcing=Sourcing.RECOVER,
        substitute="coques d’arachide, sciure, laine",
    ),
    Material(
        name="Verre à vitre de 3 mm",
        kind=MaterialKind.MATERIAL,
        per_team=Decimal(2),
        unit="plaques de 40 × 40 cm",
        sourcing=Sourcing.BUY,
        unit_cost=Decimal(1500),
        currency="XOF",
        critical=True,
    ),
    Material(
        name="Papier aluminium",
        kind=MaterialKind.CONSUMABLE,
        per_team=Decimal(3),
        unit="m",
        pack=Decimal(10),
        sourcing=Sourcing.BUY,
        unit_cost=Decimal(120),
        currency="XOF",
        substitute="sachets brillants de lait en poudre",
    ),
    Material(
        name="Peinture noire mate sans plomb",
        kind=MaterialKind.CONSUMABLE,
        per_team=Decimal("0.25"),
        unit="L",
        sourcing=Sourcing.BUY,
        unit_cost=Decimal(4000),
        currency="XOF",
        substitute="suie et colle de farine",
    ),
    Material(
        name="Farine pour la colle",
        kind=MaterialKind.CONSUMABLE,
        fixed=Decimal(1),
        unit="kg",
        sourcing=Sourcing.BUY,
        unit_cost=Decimal(500),
        currency="XOF",
    ),
    Material(
        name="Riz et œufs pour l’essai",
        kind=MaterialKind.CONSUMABLE,
        per_person=Decimal("0.15"),
        unit="kg",
        sourcing=Sourcing.BUY,
        unit_cost=Decimal(600),
        currency="XOF",
    ),
    Material(
        name="Gants de travail",
        kind=MaterialKind.PROTECTIVE,
        per_person=Decimal(1),
        unit="paires",
        sourcing=Sourcing.BORROW,
        critical=True,
    ),
    Material(
        name="Lunettes de protection",
        kind=MaterialKind.PROTECTIVE,
        fixed=Decimal(4),
        sourcing=Sourcing.BORROW,
        critical=True,
    ),
    Material(
        name="Feuille de relevé A4",
        kind=MaterialKind.PRINTED,
        per_team=Decimal(1),
        unit="feuilles",
        sourcing=Sourcing.SUPPLIED,
        substitute="un tableau tracé au charbon",
    ),
)

PROTOCOL = Protocol(
    id="0190a000-0000-7000-8000-000000000001",
    title="Construire un four solaire en carton",
    version="1.3.0",
    licence="CC-BY-SA-4.0",
    pitch=(
        "En une journée, deux cartons, deux vitres et de la balle de riz deviennent un four qui cuit sans"
        " bois ni charbon."
    ),
    description=(
        "Chaque équipe de quatre construit un four qu’elle garde. Le plan distribué est volontairement "
        "incomplet : il donne les fonctions à assurer et la seule cote qui compte.\n\nL’atelier se tient "
        "sans électricité, mais pas sans soleil :\n- de 10 h à 15 h en saison sèche ;\n- avec une date de"
        " report sinon."
    ),
    authors=(Author(name="Collectif Soleil de Banko", role="écriture"),),
    kind=ProtocolKind.MAKING,
    derived_from=(
        Origin(
            title="Solar box cooker, field notes",
            author="Open Kitchen Group",
            source="https://example.org/solar-box",
            licence="CC-BY-4.0",
            changes="Traduit, dimensions adaptées au verre vendu sur place, étape de mesure ajoutée.",
        ),
    ),
    change_note="Une étape de mesure est ajoutée. La vitre se coupe à l’écart, sur un seul poste.",
    sdg=(7, 12, 13),
    challenges=(Challenge(list="defis-ademe-2023", code="1"),),
    effects=("deforestation",),
    themes=("cuisson sans bois", "récupération"),
    tags=("four solaire", "basse technologie", "cuisson"),
    audience=Audience(
        description=(
            "Habitantes et habitants, cuisinières, artisans, jeunes à partir de 14 ans. Aucune lecture "
            "n’est nécessaire."
        ),
        age_min=14,
        level=Level.BEGINNER,
        prerequisites=("Aucun ; savoir tenir une règle aide.",),
        accessibility="Tables hautes et basses ; les tâches sans lame vont d’abord à qui ne peut pas couper.",
    ),
    group=Group(min=8, ideal=12, max=20, per_team=4, facilitators=2),
    duration=Duration(total=335, preparation=120, cleanup=30),
    place=Place(surface_m2=60, shade=True, water=True, power=Power.NONE),
    roles=(
        RoleNeed(role="animateur", count=1, task="tient l’heure et pose les questions"),
        RoleNeed(role="referent-securite", count=1, task="tient le poste de coupe"),
    ),
    objectives=(
        Objective(
            family=Family.SOFT_SKILLS,
            statement="Décider à quatre d’un choix technique et le défendre",
            criterion="l’équipe donne une raison, pas seulement un avis",
        ),
        Objective(family=Family.SOFT_SKILLS, statement="Se répartir des rôles et en changer"),
        Objective(
            family=Family.TECHNICAL,
            statement="Couper une vitre droit et sans danger",
            criterion="deux vitres coupées, aucune coupure",
        ),
        Objective(
            family=Family.TECHNICAL,
            statement="Isoler une boîte avec ce que l’on trouve sur place",
            criterion="la boîte intérieure ne touche pas l’autre",
        ),
        Objective(
            family=Family.ENVIRONMENT,
            statement="Expliquer l’effet de serre avec ses mots",
            criterion="le mot « vitre » apparaît dans l’explication",
        ),
    ),
    ground_rules=("On coupe loin de soi.", "Qui ne sait pas demande, qui sait montre."),
    materials=MATERIALS,
    safety=(
        Hazard(
            hazard="Coupure au verre",
            severity=Severity.HIGH,
            prevention="Un seul poste de coupe, à l’écart. Les chutes vont dans un seau fermé.",
            protective_gear=("gants", "lunettes", "chaussures fermées"),
            first_aid="Comprimer avec un linge propre, surélever, trousse au poste de coupe.",
        ),
        Hazard(
            hazard="Brûlure",
            severity=Severity.MEDIUM,
            prevention="On n’ouvre qu’avec un chiffon. Les enfants regardent derrière la corde.",
            first_aid="Eau fraîche pendant quinze minutes.",
        ),
        Hazard(
            hazard="Éblouissement", severity=Severity.LOW, prevention="On se tient derrière le réflecteur."
        ),
    ),
    preparation=(
        PreparationTask(
            task="Réserver les cartons chez les commerçants", days_before=7, role="logisticien", minutes=60
        ),
        PreparationTask(task="Faire couper une vitre d’essai", days_before=2, minutes=30),
        PreparationTask(task="Monter le four modèle", days_before=2, role="animateur", minutes=90),
        PreparationTask(task="Mettre le four modèle au soleil dès 9 h", days_before=0),
    ),
    steps=STEPS,
    outputs=(PlannedOutput(kind=PlannedOutputKind.OBJECT, title="Un four par équipe"),),
    assessment=Assessment(
        before=("Avez-vous déjà cuisiné sans feu ?",),
        after=("Sauriez-vous en refaire un seul ?", "Que changeriez-vous ?"),
        observation=("Qui tient l’outil, qui regarde ?",),
        satisfaction=("Une pierre dans le bol : content, moyen, déçu.",),
    ),
    after=Aftermath(
        followup_days=30,
        maintenance="Rentrer le four la nuit, recoller le réflecteur chaque mois.",
        next_steps=("Montrer le four au marché.", "Former une deuxième équipe."),
    ),
    adaptations=(
        Adaptation(
            context="Saison des pluies",
            adaptation=(
                "reporter, ou ne garder que la boîte isolée : elle finit la cuisson d’une marmite "
                "(cuisson retenue)."
            ),
        ),
        Adaptation(context="Verre introuvable", adaptation="film de cuisson en double couche."),
    ),
    references=(
        Reference(
            title="Cuire avec le soleil",
            author="Réseau Basses Technologies",
            source="https://example.org/cuire-avec-le-soleil",
            licence="CC-BY-SA-4.0",
        ),
    ),
    internal_notes=CANARY,
)

_BEGAN = datetime(2026, 3, 14, 9, 5, tzinfo=UTC)
_REAL = (38, 25, 58, 22, 25, 52, 30, 65, 45, 0)


def _runs() -> tuple[StepRun, ...]:
    runs, clock = [], _BEGAN
    for step, minutes in zip(STEPS, _REAL, strict=True):
        ended = clock + timedelta(minutes=minutes)
        outcome = (
            StepOutcome.CHANGED
            if step.id == "coupe"
            else StepOutcome.DONE
            if minutes
            else StepOutcome.SKIPPED
        )
        runs.append(
            StepRun(
                id=f"run-{step.id}",
                workshop_id="w",
                step_id=step.id,
                began=clock,
                ended=ended,
                outcome=outcome,
                note=CANARY,
            )
        )
        clock = ended
    return tuple(runs)


HARVEST = (
    StepHarvest(
        step_id="accueil",
        pictures=(
            picture(
                1,
                "cercle",
                "Un cercle de personnes debout autour d’un four modèle",
                "Le cercle, four modèle au milieu.",
            ),
        ),
        notes=(
            "Sac de charbon : 6 500 F. Une famille en brûle deux par mois.",
            "Trois personnes cuisinent déjà au gaz.",
        ),
    ),
    StepHarvest(
        step_id="principe",
        pictures=(
            picture(
                2,
                "trois-boites",
                "Trois boîtes au soleil, la dernière vitrée",
                "La boîte vitrée gagne de 23 °C en dix minutes.",
            ),
        ),
        notes=("Températures relevées : 34, 41 et 57 °C.",),
    ),
    StepHarvest(
        step_id="coupe",
        pictures=(
            picture(3, "tracer", "Deux mains tracent une ligne sur un carton"),
            picture(
                4,
                "emboiter",
                "Une petite boîte entre dans une grande",
                "Quatre doigts de jeu, vérifiés avant de couper.",
            ),
        ),
        notes=("Deux équipes ont préféré une caisse de tomates : plus solide, un peu plus lourde.",),
    ),
    StepHarvest(
        step_id="isolation",
        pictures=(picture(5, "balle-de-riz", "De la balle de riz versée entre deux boîtes", "Sans tasser."),),
    ),
    StepHarvest(
        step_id="vitre",
        pictures=(
            picture(
                6,
                "coupe-verre",
                "Une personne gantée coupe une vitre le long d’une règle",
                "Un trait, un seul.",
            ),
        ),
        notes=(
            (
                "Aucune coupure. Une vitre éclatée sur sept.\nLe vitrier du quartier propose de couper "
                "les suivantes pour 200 F pièce."
            ),
        ),
        links=(("Fiche du coupe-verre", "https://example.org/coupe-verre"),),
    ),
    StepHarvest(
        step_id="reflecteur",
        pictures=(
            picture(
                7,
                "reflecteur",
                "Un panneau brillant renvoie le soleil vers la vitre",
                "L’ombre du crayon donne l’angle.",
            ),
        ),
    ),
    StepHarvest(
        step_id="essai",
        pictures=(
            picture(8, "mesure", "Un thermomètre posé dans le four", "92 °C à 14 h 10."),
            picture(9, "courbe", "Une courbe dessinée à la craie", "Le nuage de 13 h 40 se voit."),
        ),
        notes=("Équipe des Flamboyants : 104 °C au plus haut.",),
    ),
    StepHarvest(
        step_id="bilan",
        pictures=(
            picture(10, "repas", "Des assiettes de riz autour des fours", "Le riz cuit au soleil, 2 h 20."),
        ),
        decisions=(
            DecisionTaken(
                text="Tenir un stand au marché du samedi", method="consentement", due=date(2026, 4, 4)
            ),
            DecisionTaken(text="Garder deux fours à la maison des jeunes", method="main levée"),
        ),
    ),
    StepHarvest(
        step_id="",
        pictures=(
            picture(
                11,
                "village",
                "La cour de la maison des jeunes vue de la porte",
                "La cour, à l’heure du rangement.",
            ),
        ),
        notes=("Le préau donne de l’ombre jusqu’à 16 h seulement.",),
    ),
)


def sample() -> SheetDocument:
    """The sample, in French."""
    workshop = Workshop(
        id="0190a000-0000-7000-8000-000000000002",
        title="Four solaire à Banko",
        protocol=PROTOCOL,
        state=WorkshopState.HELD,
        country="SN",
        town="Banko",
        venue=CANARY,
        starts_on=date(2026, 3, 14),
        ends_on=date(2026, 3, 14),
        starts_at=time(9, 0),
        languages=("fr", "wo"),
        people_planned=16,
        aim="Que chaque quartier de Banko ait un four qui se montre.",
        summary="Dix-neuf personnes ont construit cinq fours et cuit leur repas sans bois.",
        context="Le sac de charbon a doublé en deux ans. Le soleil, lui, donne neuf heures par jour de novembre à mai.",
        budget=(BudgetLine(label=CANARY, planned=1),),
        notes=CANARY,
    )
    sheet = ConductSheet(
        id="0190a000-0000-7000-8000-000000000003",
        workshop_id=workshop.id,
        title="Four solaire en carton",
        subtitle="Cuire un repas avec deux cartons, deux vitres et le soleil de Banko",
        introduction=(
            "Nous avons voulu savoir si un four construit en un jour par des gens qui ne se connaissaient"
            " pas pouvait cuire du riz. Il le peut."
        ),
        advice=(
            "Commencez par le prix du charbon : c’est lui qui met tout le monde au travail.\n\n1. Visitez"
            " le lieu la veille, à l’heure de l’essai.\n2. Gardez une vitre d’avance.\n3. Faites goûter "
            "avant de faire parler."
        ),
        collective="Collectif Soleil de Banko",
        version="1.2.0",
        correction_note="Maison des jeunes de Banko, ou le prochain atelier.",
        notes=CANARY,
    )
    return SheetDocument(
        version_id="3f9c2a10-e7b4-4c55-9d21-6b0f6c1d2e3f",
        series_id="0190a000-0000-7000-8000-000000000003",
        made_on=date(2026, 4, 2),
        sheet=sheet,
        workshop=workshop,
        protocol=PROTOCOL,
        host=Organisation(
            id="o1",
            name="Maison des jeunes de Banko",
            nature=OrganisationKind.ASSOCIATION,
            country="SN",
            town="Banko",
            contact=CANARY,
            notes=CANARY,
        ),
        partners=(
            Organisation(id="o2", name="Fablab du Fleuve", acronym="FdF", nature=OrganisationKind.FABLAB),
        ),
        slots=programme(STEPS, time(9, 0)),
        runs=_runs(),
        cover=picture(
            0,
            "four-au-soleil",
            "Un four en carton ouvert face au soleil, trois personnes autour",
            "Le four de l’équipe des Flamboyants, à midi.",
            "Ndella F.",
        ),
        harvest=HARVEST,
        outputs=(
            Output(
                id="out1",
                title="Four solaire en carton",
                description="cinq fours gardés par les équipes",
                quantity=5,
                condition="tous en état de marche",
                fate=CANARY,
            ),
            Output(
                id="out2",
                kind=PlannedOutputKind.DATA,
                title="Courbes de température",
                description="relevées toutes les dix minutes",
            ),
        ),
        lessons=Lessons(
            id="les",
            worked="Le pari à main levée. Le repas pris ensemble.",
            difficulties="La coupe du carton a pris treize minutes de plus que prévu.",
            obstacles=(
                Obstacle(
                    kind=ObstacleKind.ECONOMIC,
                    text="Le verre coûte le tiers du four",
                    lifted="vitres récupérées sur un chantier",
                ),
                Obstacle(kind=ObstacleKind.ACCULTURATION, text="« Un vrai repas se cuit au feu »"),
            ),
            good_practices="Un seul poste de coupe.\nUne référente sécurité qui ne fait que cela.",
            recommendations="Prévoir 55 minutes pour la coupe.",
            proposals="Passer l’étape 3 de 45 à 55 minutes.",
        ),
        figures=Figures(
            total=19, by_sex=((Sex.WOMAN, 11), (Sex.MAN, 8)), by_band=(("15-17", 6), ("25-35", 13))
        ),
        credits=(
            Credit("animateur", "Awa la Menuisière"),
            Credit("photographe", "Ndella F."),
            Credit("redacteur", "Collectif Soleil de Banko"),
            Credit("relecteur"),
        ),
        anonymous_contributions=3,
        attributions=(
            Attribution(
                title="Schéma de l’effet de serre",
                author="Atelier des Images",
                source="https://example.org/schema",
                licence="CC-BY-4.0",
                changes="Légendes traduites.",
            ),
        ),
    )


def english() -> SheetDocument:
    """The same sheet, said to be in English: what the program writes is, what people wrote stays."""
    french = sample()
    return dataclasses.replace(french, sheet=dataclasses.replace(french.sheet, language="en"))
