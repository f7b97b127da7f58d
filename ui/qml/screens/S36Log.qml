pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S36: the last lines of the log, the newest first, and a button to take them along.
KioskScreen {
    id: log

    name: "S36"
    personal: true
    equipped: false
    informed: false
    title: facts.title
    clouds: "strip-b"
    cloudsTop: 190
    skyBottom: 440
    titleTop: 190
    titleRest: 300
    onCurrentChanged: list.page = 0

    RowLayout {
        id: head

        x: log.margin
        y: log.contentTop + (Theme.tall ? 16 * Theme.u : 0)
        width: parent.width - 2 * x
        spacing: 24 * Theme.u

        EdgeButton {
            objectName: "log.export"
            Layout.preferredWidth: (Theme.tall ? 420 : 440) * Theme.u
            Layout.preferredHeight: Math.max(112 * Theme.u, Theme.minTarget)
            icon: "database"
            text: log.facts.export
            enabled: !log.facts.busy
            onActivated: Kiosk.send("export")
        }
        Txt {
            Layout.fillWidth: true
            size: 32
            line: 1.2
            color: log.facts.well ? Theme.ok : Theme.error
            text: log.facts.exported
            wrapMode: Text.WordWrap
        }
    }
    Txt {
        x: log.margin
        y: (head.y + head.height + log.contentBottom - height) / 2
        width: parent.width - 2 * x
        size: 40
        text: log.facts.told
        wrapMode: Text.WordWrap
        horizontalAlignment: Text.AlignHCenter
    }
    PagedGrid {
        id: list

        x: log.margin
        y: head.y + head.height + 20 * Theme.u
        width: parent.width - 2 * x
        height: log.contentBottom - y
        gap: 0
        cellHeight: Math.max(92 * Theme.u, 2.5 * Theme.bodyFloor)
        items: log.facts.rows
        delegate: Item {
            id: row

            required property var modelData

            width: list.cellWidth
            height: list.cellHeight

            Rectangle {
                width: parent.width
                height: 2 * Theme.u
                color: Theme.hairline
            }
            Column {
                anchors.verticalCenter: parent.verticalCenter
                width: parent.width

                Txt {
                    width: parent.width
                    size: 28
                    line: 1.2
                    weight: Font.DemiBold
                    text: row.modelData.head
                }
                Txt {
                    width: parent.width
                    size: 28
                    line: 1.2
                    color: Theme.ink2
                    text: row.modelData.text
                    visible: text !== ""
                }
            }
        }
    }

    PageNav {
        page: list.shown
        pages: list.pages
        onTurned: step => list.turn(step)
    }
}
