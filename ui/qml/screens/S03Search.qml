pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// S03: search by typing. Results stand above the field; hiding the keyboard shows more of them
// and the way back.
KioskScreen {
    id: search

    property bool typing: true
    // The text as typed: two quick touches must not wait for each other's answer.
    property string query
    readonly property real gap: 16 * Theme.u
    readonly property bool paged: results.pages > 1 && results.visible
    // Where one is, for those who listen.
    readonly property string pageHint: Words.fill(Words.t["list.page"], {
        "n": results.shown + 1,
        "total": results.pages
    })

    function type(text) {
        query = text;
        results.page = 0;
        Kiosk.send("query", text);
    }

    name: "S03"
    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    clouds: "strip-b"
    cloudsTop: 196
    skyBottom: 412
    onFactsChanged: query = facts.query
    onCurrentChanged: {
        typing = true;
        results.page = 0;
    }

    Txt {
        id: message

        x: search.margin + 8 * Theme.u
        y: search.contentTop + (Theme.tall ? 18 : -16) * Theme.u
        width: parent.width - 2 * x
        size: 36
        line: 1.2
        text: Theme.tall || Theme.textScale > 1 ? search.facts.none + " " + search.facts.tip : search.facts.none
        wrapMode: Text.Wrap
        visible: search.facts.none !== ""
        Accessible.role: Accessible.AlertMessage
        Accessible.name: text
    }

    PagedGrid {
        id: results

        x: search.margin
        y: message.visible ? message.y + message.height + (Theme.tall ? 14 : 8) * Theme.u : search.contentTop + (Theme.tall ? 18 : -8) * Theme.u
        width: parent.width - 2 * x
        height: entry.y - (Theme.tall ? 24 : 14) * Theme.u - y
        gap: search.gap
        cellHeight: Math.max(136 * Theme.u, Theme.minTarget, ruler.height)
        items: search.facts.results
        visible: height >= cellHeight
        delegate: ListRow {
            id: row

            required property var modelData

            objectName: "row." + modelData.id
            width: results.cellWidth
            height: results.cellHeight
            icon: modelData.icon
            name: modelData.name
            before: modelData.before
            match: modelData.match
            after: modelData.after
            sub: modelData.sub
            dim: modelData.dim
            onActivated: Kiosk.send("service", row.modelData.id)
        }
    }
    RowRuler {
        id: ruler

        rowWidth: results.width
        items: search.facts.results
    }

    SearchField {
        id: entry

        x: search.margin
        y: (search.typing ? keyboard.y - (Theme.tall ? 20 : 16) * Theme.u : search.contentBottom) - height
        width: parent.width - 2 * x - (search.paged ? 2 * (turnUp.width + search.gap) : 0)
        height: implicitHeight
        typing: search.typing
        text: search.query
        placeholder: search.facts.placeholder
        onOpened: search.typing = true
        onCleared: search.type("")
    }
    EdgeButton {
        id: turnUp

        objectName: "page.up"
        x: entry.x + entry.width + search.gap
        y: entry.y
        width: Math.max(128 * Theme.u, Theme.minTarget)
        height: entry.height
        icon: "chevron-up"
        iconOnly: true
        text: Words.t["list.up"]
        hint: search.pageHint
        enabled: results.shown > 0
        visible: search.paged
        onActivated: results.turn(-1)
    }
    EdgeButton {
        objectName: "page.down"
        x: turnUp.x + turnUp.width + search.gap
        y: entry.y
        width: turnUp.width
        height: entry.height
        icon: "chevron-down"
        iconOnly: true
        text: Words.t["list.down"]
        hint: search.pageHint
        enabled: results.shown < results.pages - 1
        visible: search.paged
        onActivated: results.turn(1)
    }

    KioskKeyboard {
        id: keyboard

        y: parent.height - 140 * Theme.u - height
        width: parent.width
        height: implicitHeight - (Theme.tall ? 0 : Math.max(0, 1080 * Theme.u - search.height))
        visible: search.typing
        onTyped: letter => search.type(search.query + letter)
        onErased: search.type(search.query.slice(0, -1))
        onClosed: search.typing = false
    }

    Dock {
        visible: !search.typing

        BackButton {}
    }
}
