pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S53, first start: how something is, what to do about it, and what can be tried.
KioskScreen {
    id: check

    readonly property real gap: Math.max(20 * Theme.u, 3 * Theme.pxPerMm)
    readonly property bool crowded: !Theme.tall && facts.rows.length > 4

    name: "S53"
    personal: true
    equipped: false
    informed: false
    title: facts.title
    eyebrow: facts.stepText
    step: facts.step
    total: facts.total
    lead: facts.lead
    clouds: "strip-b"
    cloudsTop: 230
    skyBottom: 486
    titleRest: 340

    ColumnLayout {
        x: check.margin
        y: check.contentTop + (Theme.tall ? 18 * Theme.u : 0)
        width: parent.width - 2 * x
        height: check.contentBottom - y
        spacing: check.gap

        Txt {
            Layout.fillWidth: true
            Layout.leftMargin: 8 * Theme.u
            Layout.rightMargin: 8 * Theme.u
            size: Theme.tall ? 38 : 34
            line: 1.2
            text: check.facts.text
            wrapMode: Text.WordWrap
            visible: text !== ""
        }
        Card {
            Layout.fillWidth: true
            Layout.preferredHeight: digits.implicitHeight + 80 * Theme.u
            visible: check.facts.big !== ""

            Txt {
                id: digits

                objectName: "setup.digits"
                anchors.centerIn: parent
                display: true
                tabular: true
                size: 160
                line: 1.1
                text: check.facts.big
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.preferredHeight: grid.implicitHeight + 32 * Theme.u
            visible: check.facts.rows.length > 0

            GridLayout {
                id: grid

                x: 28 * Theme.u
                y: 16 * Theme.u
                width: parent.width - 2 * x
                columns: check.crowded ? 2 : 1
                columnSpacing: 40 * Theme.u
                rowSpacing: 0
                uniformCellWidths: true

                Repeater {
                    model: check.facts.rows

                    DeviceRow {
                        required property var modelData
                        required property int index

                        Layout.fillWidth: true
                        Layout.preferredHeight: Math.max((modelData.text === "" ? 84 : 96) * Theme.u, implicitHeight - 12 * Theme.u)
                        icon: modelData.icon
                        name: modelData.name
                        text: modelData.text
                        finding: modelData.finding
                        word: modelData.word
                        last: index >= check.facts.rows.length - grid.columns
                    }
                }
            }
        }
        Repeater {
            model: check.facts.notes

            NoticeCard {
                required property var modelData

                Layout.fillWidth: true
                icon: modelData.icon
                title: modelData.title
                text: modelData.text
                grave: modelData.grave
            }
        }
        Item {
            Layout.fillHeight: true
        }
        RowLayout {
            Layout.fillWidth: true
            spacing: check.gap
            visible: check.facts.acts.length > 0

            Repeater {
                model: check.facts.acts

                EdgeButton {
                    required property var modelData

                    objectName: "setup.do." + modelData.deed
                    Layout.fillWidth: true
                    Layout.preferredWidth: 1
                    icon: modelData.icon
                    text: modelData.label
                    onActivated: Kiosk.send("setupDo", modelData.deed)
                }
            }
        }
    }

    SetupDock {
        facts: check.facts
    }
}
