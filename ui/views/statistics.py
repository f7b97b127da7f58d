"""The statistics of staff (S40): counts as tiles, bars, a map of hours, a ring and lists."""

from collections.abc import Mapping, Sequence
from decimal import Decimal

from kiosk.domain import wording
from kiosk.domain.staff import Exported
from kiosk.domain.states import Statistics
from kiosk.domain.statistics import WEEK, Figures, Period, Way
from kiosk.domain.survey import BEST_ANSWER, ELEMENTS, ENOUGH_ANSWERS, GRADES, Index
from kiosk.domain.words import Words
from ui.views.drawing import Drawing, Fields

GRADE_B = 3.0644
"""The mean from which an element is of grade B; PermenPANRB 14/2017."""
HEAT_STEPS = 6
MANY_HOURS = 12
BEST_INDEX = Decimal(100)
_RANGES = {
    Period.DAY: "day",
    Period.WEEK: "week",
    Period.MONTH: "month",
    Period.HALF: "sem",
}


def statistics(drawing: Drawing, page: Statistics) -> Fields:
    """All of S40, with `counted` false while there is nothing to show."""
    words, found = drawing.words, page.figures
    nothing = found is not None and not found.issued and not found.surveys
    told = "stat.failed" if page.failed else "stat.empty" if nothing else "stat.busy"
    return {
        "eyebrow": words("stat.here", kiosk=drawing.place.kiosk),
        "title": words("tech.a.stats"),
        "period": page.period,
        "periods": [
            {"id": one, "label": words(f"stat.range.{name}")} for one, name in _RANGES.items()
        ],
        "told": words(told) if found is None or nothing else "",
        "counted": found is not None and not nothing,
        **(_counted(drawing, page, found) if found is not None and not nothing else {}),
    }


def _counted(drawing: Drawing, page: Statistics, found: Figures) -> Fields:
    words = drawing.words
    return {
        "tiles": _tiles(drawing, page.period, found),
        "chart": _chart(words, page.period, found),
        "ways": {
            "title": words("stat.how"),
            "total": str(found.issued),
            "parts": _ways(words, found),
        },
        "services": {"title": words("stat.top"), "rows": _services(drawing, found)},
        "elements": _elements(words, found),
        "trend": _trend(words, found) if page.period is Period.HALF else None,
        **_export(words, page),
    }


def _export(words: Words, page: Statistics) -> Fields:
    busy = page.exporting is not None
    return {
        "export": words("tech.log.saving" if busy else "stat.export"),
        "busy": busy,
        "exported": words(f"tech.log.{page.exported}") if page.exported else "",
        "well": page.exported is Exported.DONE,
    }


# --- tiles ------------------------------------------------------------------------------------


def _tiles(drawing: Drawing, period: Period, found: Figures) -> list[Fields]:
    words = drawing.words
    return [
        _tile(words("stat.taken"), str(found.issued), _change(drawing, period, found)),
        _tile(words("stat.printed"), _share(found.printed), words("stat.printed.sub")),
        _tile(words("stat.booked"), _share(found.booked), words("stat.booked.sub")),
        _tile(words("stat.skm"), _score(found.index), _of_surveys(words, found)),
    ]


def _tile(label: str, value: str, text: str) -> Fields:
    return {"label": label, "value": value, "text": text}


def _share(percent: int | None) -> str:
    return "–" if percent is None else f"{percent}%"


def _score(index: Index | None) -> str:
    return f"{index.value:.1f}".replace(".", ",") if index else "–"


def _change(drawing: Drawing, period: Period, found: Figures) -> str:
    words = drawing.words
    if found.change is None or period is Period.HALF:
        return words("stat.change.none")
    arrow = "▲ +" if found.change > 0 else "▼ " if found.change < 0 else "± "
    weekday = wording.weekday(words, drawing.hall.day - WEEK)
    return arrow + words(f"stat.change.{period}", n=found.change, weekday=weekday)


def _of_surveys(words: Words, found: Figures) -> str:
    if found.index is None:
        return words("stat.skm.none", n=found.surveys)
    return words("stat.skm.sub", grade=found.index.grade, n=found.surveys)


# --- charts -----------------------------------------------------------------------------------


def _chart(words: Words, period: Period, found: Figures) -> Fields:
    match period:
        case Period.DAY:
            bars = [_bar(f"{hour:02d}", times) for hour, times in found.hours]
            return _bars(words("stat.hour"), words("stat.hours.sub"), bars)
        case Period.HALF:
            bars = [
                _bar(words(f"date.month.short.{month.month}"), times, _score(index))
                for month, times, index in found.months
            ]
            return _bars(words("stat.months"), words("stat.months.sub"), bars)
        case Period.WEEK | Period.MONTH:
            return _heat(words, found)


def _bar(label: str, times: int, note: str = "") -> Fields:
    return {"label": label, "times": times, "note": note}


def _bars(title: str, text: str, bars: Sequence[Fields]) -> Fields:
    most = max((one["times"] for one in bars), default=0)
    shown = [
        {**one, "share": one["times"] / most if most else 0, "named": _named(place, len(bars))}
        for place, one in enumerate(bars)
    ]
    return {"kind": "bars", "title": title, "text": text, "bars": shown, "rows": []}


def _named(place: int, count: int) -> bool:
    """Where there are many bars, every second one has its label."""
    return count <= MANY_HOURS or place % 2 == 0


def _heat(words: Words, found: Figures) -> Fields:
    hours = [hour for hour, _ in found.hours]
    most = max(found.weekdays.values(), default=0)
    rows = [
        _day(words, weekday, {hour: found.weekdays.get((weekday, hour), 0) for hour in hours}, most)
        for weekday in range(7)
        if any((weekday, hour) in found.weekdays for hour in hours)
    ]
    return {
        "kind": "heat",
        "title": words("stat.heat"),
        "text": words("stat.heat.sub"),
        "bars": [
            {"label": f"{hour:02d}", "named": _named(place, len(hours))}
            for place, hour in enumerate(hours)
        ],
        "rows": rows,
    }


def _day(words: Words, weekday: int, hours: Mapping[int, int], most: int) -> Fields:
    """A row of the map. Each cell tells its count in words: a colour is read by nobody who is blind."""
    name = words(f"date.day.{(weekday + 1) % 7}")
    return {
        "label": name,
        "cells": [
            {
                "times": times,
                "step": -(-HEAT_STEPS * times // most) if most else 0,
                "told": words("stat.cell", day=name, hour=f"{hour:02d}", n=times),
            }
            for hour, times in hours.items()
        ],
    }


def _trend(words: Words, found: Figures) -> Fields:
    """The index month by month, before the bands of the grades; a month without one has no dot."""
    ends = [BEST_INDEX, *(least for least, _ in GRADES)]
    points = [_point(words, month.month, index) for month, _, index in found.months]
    counted = any(index for _, _, index in found.months)
    return {
        "title": words("stat.trend"),
        "text": words("stat.trend.sub" if counted else "stat.trend.none"),
        "bands": [
            {
                "from": _height(least),
                "to": _height(end),
                "label": words(f"stat.grade.{grade}"),
                "text": f"≥ {least}".replace(".", ","),
            }
            for (least, grade), end in zip(GRADES, ends, strict=False)
        ],
        "points": points,
    }


def _point(words: Words, month: int, index: Index | None) -> Fields:
    name = words(f"date.month.short.{month}")
    if index is None:
        return {"label": name, "value": "", "place": -1, "told": ""}
    value = f"{_score(index)} {index.grade}"
    told = words("stat.trend.point", month=name, value=_score(index), grade=index.grade)
    return {"label": name, "value": value, "place": _height(index.value), "told": told}


def _height(index: Decimal) -> float:
    """Where an index stands between the least and the best one."""
    return float((index - GRADES[-1][0]) / (BEST_INDEX - GRADES[-1][0]))


# --- lists ------------------------------------------------------------------------------------


def _ways(words: Words, found: Figures) -> list[Fields]:
    return [
        {
            "label": words(f"stat.way.{way}"),
            "share": found.ways.get(way, 0) / found.issued if found.issued else 0,
            "value": f"{_share(round(100 * found.ways.get(way, 0) / max(1, found.issued)))}",
        }
        for way in Way
    ]


def _services(drawing: Drawing, found: Figures) -> list[Fields]:
    """By name; one that is no longer in the catalogue by its id."""
    known = drawing.hall.catalogue.services
    return [
        {
            "label": wording.service_name(drawing.words, known[service])
            if service in known
            else str(service),
            "value": str(times),
        }
        for service, times in found.services
    ]


def _elements(words: Words, found: Figures) -> Fields:
    few = found.surveys < ENOUGH_ANSWERS
    return {
        "title": words("stat.elem"),
        "text": words("stat.elem.sub"),
        "note": words("stat.few", n=ENOUGH_ANSWERS)
        if few
        else words("stat.skm.none", n=found.surveys),
        "line": _place(GRADE_B),
        "rows": [
            {
                "label": words(f"stat.el.{element}"),
                "value": f"{found.means[element]:.2f}".replace(".", ",")
                if element in found.means
                else "–",
                "place": _place(found.means[element]) if element in found.means else 0,
                "low": element in found.means and found.means[element] < GRADE_B,
            }
            for element in ELEMENTS
        ],
    }


def _place(mean: float) -> float:
    """Where a mean from 1 to 4 stands between the ends."""
    return (mean - 1) / (BEST_ANSWER - 1)
