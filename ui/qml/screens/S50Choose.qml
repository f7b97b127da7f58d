pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S50, first start: one of several, by touching it. `order` is what is sent with its id.
KioskScreen {
    id: choose

    readonly property real gap: Math.max(16 * Theme.u, 3 * Theme.pxPerMm)
    readonly property bool paged: rows.items.length * (rows.cellHeight + gap) - gap > contentBottom - rows.y

    name: "S50"
    personal: true
    equipped: false
    informed: false
    title: facts.title
    eyebrow: facts.stepText
    lead: facts.lead
    step: facts.step
    total: facts.total
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    titleRest: 340

    Txt {
        id: told

        x: choose.margin + 8 * Theme.u
        y: choose.contentTop + (Theme.tall ? 18 * Theme.u : 0)
        width: parent.width - 2 * x
        size: 36
        line: 1.2
        text: choose.facts.told
        wrapMode: Text.WordWrap
        visible: text !== ""
    }
    PagedGrid {
        id: rows

        x: choose.margin
        y: told.visible ? told.y + told.height + 24 * Theme.u : told.y
        width: parent.width - 2 * x
        height: (choose.paged ? turns.y - choose.gap : choose.contentBottom) - y
        gap: choose.gap
        cellHeight: Math.max(136 * Theme.u, Theme.minTarget, ruler.height)
        items: choose.facts.rows
        delegate: ListRow {
            id: row

            required property var modelData

            objectName: "row." + modelData.id
            width: rows.cellWidth
            height: rows.cellHeight
            role: Accessible.RadioButton
            icon: modelData.icon
            name: modelData.name
            sub: modelData.sub
            checked: modelData.current
            sign: modelData.current ? "check" : "chevron-right"
            enabled: !choose.facts.busy
            onActivated: Kiosk.send(choose.facts.order, row.modelData.id)
        }
    }
    RowRuler {
        id: ruler

        rowWidth: rows.width
        items: choose.facts.rows
        longest: items.reduce((a, b) => b.name.length + b.sub.length > a.name.length + a.sub.length ? b : a, {
            "name": "",
            "sub": "",
            "icon": ""
        })
    }
    RowLayout {
        id: turns

        x: choose.margin
        y: choose.contentBottom - height
        width: parent.width - 2 * x
        height: Math.max(112 * Theme.u, Theme.minTarget)
        spacing: choose.gap
        visible: choose.paged

        EdgeButton {
            objectName: "page.up"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "chevron-up"
            text: Words.t["list.up"]
            enabled: rows.shown > 0
            onActivated: rows.turn(-1)
        }
        EdgeButton {
            objectName: "page.down"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "chevron-down"
            text: Words.t["list.down"]
            enabled: rows.shown < rows.pages - 1
            onActivated: rows.turn(1)
        }
    }

    SetupDock {
        facts: choose.facts
    }
}
