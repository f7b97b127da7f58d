pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S33: a new roll, step by step. The printer's sensors move it on; there is nothing to confirm.
KioskScreen {
    id: roll

    name: "S33"
    personal: true
    equipped: false
    informed: false
    title: facts.title
    clouds: "strip-b"
    cloudsTop: 190
    skyBottom: 440
    titleTop: 190
    titleRest: 300

    ColumnLayout {
        x: roll.margin
        y: roll.contentTop + (Theme.tall ? 16 * Theme.u : 0)
        width: parent.width - 2 * x
        height: roll.contentBottom - y
        spacing: 20 * Theme.u

        Rectangle {
            Layout.fillWidth: true
            Layout.preferredHeight: notice.implicitHeight + 40 * Theme.u
            radius: 28 * Theme.u
            color: Theme.warnBg
            visible: roll.facts.alarming

            Txt {
                id: notice

                x: 36 * Theme.u
                y: 20 * Theme.u
                width: parent.width - 2 * x
                size: 36
                line: 1.2
                color: Theme.warn
                text: roll.facts.lead
                wrapMode: Text.WordWrap
            }
        }
        Card {
            Layout.fillWidth: true
            Layout.fillHeight: true

            ColumnLayout {
                anchors.fill: parent
                anchors.margins: (Theme.tall ? 36 : 16) * Theme.u
                spacing: 0

                Repeater {
                    model: roll.facts.steps

                    RowLayout {
                        id: step

                        required property var modelData
                        required property int index
                        readonly property bool now: modelData.state === "now"
                        readonly property bool done: modelData.state === "done"

                        Layout.fillWidth: true
                        Layout.fillHeight: true
                        spacing: 28 * Theme.u

                        Rectangle {
                            Layout.preferredWidth: 84 * Theme.u
                            Layout.preferredHeight: width
                            radius: width / 2
                            color: step.done ? Theme.okBg : step.now ? Theme.primary : Theme.muted

                            Icon {
                                anchors.centerIn: parent
                                name: "check"
                                size: 54
                                color: Theme.ok
                                visible: step.done
                            }
                            Txt {
                                anchors.centerIn: parent
                                display: true
                                tabular: true
                                size: 42
                                color: step.now ? Theme.onPrimary : Theme.ink2
                                text: step.index + 1
                                visible: !step.done
                            }
                        }
                        Txt {
                            Layout.fillWidth: true
                            size: 38
                            line: 1.2
                            weight: step.now ? Font.Bold : Font.Normal
                            color: step.now ? Theme.ink : Theme.ink2
                            text: step.modelData.text
                            wrapMode: Text.WordWrap
                        }
                    }
                }
            }
        }
    }

    Dock {
        BackButton {
            visible: !roll.facts.over
        }
        PrimaryButton {
            objectName: "roll.done"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "check"
            text: Words.t["common.done"]
            visible: roll.facts.over
            onActivated: Kiosk.send("back")
        }
        PrimaryButton {
            objectName: "roll.print"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "printer"
            text: roll.facts.acting
            visible: roll.facts.act !== ""
            onActivated: Kiosk.send("act", roll.facts.act)
        }
    }
}
