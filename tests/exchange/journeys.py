"""What a journey says, apart from the ids, which a reader makes anew."""

from cjeditor.core.progress import no_progress
from cjeditor.exchange.format import Options
from cjeditor.model.map import Map


def content(journey: Map):
    names = {persona.id: persona.name for persona in journey.personas.values()}

    def step(each):
        felt = sorted(
            (names.get(emotion.persona, ""), emotion.value, emotion.label)
            for emotion in journey.emotions_at.get(each.id, ())
        )
        return each.title, [names[persona] for persona in each.personas], felt

    return {
        "title": journey.scope.title,
        "extras": [(extra.name, extra.value) for extra in journey.scope.extras],
        "personas": [persona.name for persona in journey.ordered_personas],
        "stages": [
            (stage.title, [step(each) for each in journey.steps_of[stage.id]])
            for stage in journey.ordered_stages
        ],
    }


def written(form, journey: Map):
    return form.write(journey, Options(), no_progress)


def told(remarks):
    return [(remark.line, remark.reason.format(**remark.values)) for remark in remarks]
