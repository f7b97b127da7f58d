pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S31: how the machine is, and what a technician may do with it.
KioskScreen {
    id: panel

    readonly property real gap: Math.max(16 * Theme.u, 3 * Theme.pxPerMm)

    name: "S31"
    personal: true
    equipped: false
    informed: false
    eyebrow: facts.eyebrow
    title: facts.title
    clouds: "strip-b"
    cloudsTop: 190
    skyBottom: 440
    titleTop: 170
    titleRest: 300

    ColumnLayout {
        x: panel.margin
        y: panel.contentTop + (Theme.tall ? 16 * Theme.u : 0)
        width: parent.width - 2 * x
        height: panel.contentBottom - y
        spacing: panel.gap

        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            GridLayout {
                anchors {
                    fill: parent
                    leftMargin: 28 * Theme.u
                    rightMargin: 28 * Theme.u
                    topMargin: 8 * Theme.u
                    bottomMargin: 8 * Theme.u
                }
                columns: Theme.tall ? 1 : 2
                columnSpacing: 40 * Theme.u
                rowSpacing: 0
                uniformCellWidths: true

                Repeater {
                    model: panel.facts.rows

                    DeviceRow {
                        required property var modelData
                        required property int index

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        Layout.maximumHeight: 150 * Theme.u
                        icon: modelData.icon
                        name: modelData.name
                        text: modelData.text
                        finding: modelData.finding
                        word: modelData.word
                        last: index >= panel.facts.rows.length - (Theme.tall ? 1 : 2)
                    }
                }
            }
        }
        GridLayout {
            Layout.fillWidth: true
            columns: 3
            columnSpacing: panel.gap
            rowSpacing: panel.gap
            uniformCellWidths: true
            visible: panel.facts.acts.length > 0

            Repeater {
                model: panel.facts.acts

                ActTile {
                    required property var modelData

                    objectName: "act." + modelData.act
                    Layout.fillWidth: true
                    icon: modelData.icon
                    text: modelData.label
                    finding: modelData.finding
                    word: modelData.word
                    onActivated: Kiosk.send("act", modelData.act)
                }
            }
        }
    }

    Dock {
        EdgeButton {
            objectName: "panel.closing"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "tool"
            text: panel.facts.closing.label
            onActivated: Kiosk.send("act", panel.facts.closing.act)
        }
        PrimaryButton {
            objectName: "panel.exit"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "logout"
            text: panel.facts.leaving
            onActivated: Kiosk.send("exit")
        }
    }
}
