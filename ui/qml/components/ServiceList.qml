pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A screen that lists services in rows. `named` adds the agency to each.
KioskScreen {
    id: list

    property bool named: false
    readonly property var items: facts.services.map(service => {
        const parts = named ? [service.agency, service.queue.text] : [service.queue.text];
        return {
            "id": service.id,
            "icon": service.icon,
            "name": service.name,
            "dim": service.dim,
            "sub": parts.filter(part => part !== "").join(" · ")
        };
    })

    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    onCurrentChanged: grid.page = 0
    onTitleChanged: grid.page = 0

    PagedGrid {
        id: grid

        x: list.margin
        y: list.contentTop + (Theme.tall ? 14 * Theme.u : 0)
        width: parent.width - 2 * x
        height: list.contentBottom - y
        cellHeight: Math.max(136 * Theme.u, Theme.minTarget, ruler.height)
        items: list.items
        delegate: ListRow {
            id: row

            required property var modelData

            objectName: "row." + modelData.id
            width: grid.cellWidth
            height: grid.cellHeight
            icon: modelData.icon
            name: modelData.name
            sub: modelData.sub
            dim: modelData.dim
            onActivated: Kiosk.send("service", row.modelData.id)
        }
    }
    RowRuler {
        id: ruler

        rowWidth: grid.width
        items: list.items
    }

    PageNav {
        page: grid.shown
        pages: grid.pages
        onTurned: step => grid.turn(step)
    }
}
