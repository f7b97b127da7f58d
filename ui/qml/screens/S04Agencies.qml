pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// S04: every agency of the mall, with the letter of its tickets.
KioskScreen {
    id: agencies

    name: "S04"
    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    onCurrentChanged: grid.page = 0

    PagedGrid {
        id: grid

        x: agencies.margin
        y: agencies.contentTop + (Theme.tall ? 14 * Theme.u : 0)
        width: parent.width - 2 * x
        height: agencies.contentBottom - y
        columns: Theme.textScale >= 1.5 ? 1 : 2
        gap: 20 * Theme.u
        cellHeight: Math.max((columns === 1 ? 168 : 176) * Theme.u, Theme.minTarget)
        items: agencies.facts.agencies
        delegate: AgencyTile {
            id: tile

            required property var modelData

            width: grid.cellWidth
            height: grid.cellHeight
            agency: modelData
            onActivated: Kiosk.send("agency", tile.modelData.id)
        }
    }

    PageNav {
        page: grid.shown
        pages: grid.pages
        onTurned: step => grid.turn(step)
    }
}
