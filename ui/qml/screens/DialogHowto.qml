pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// How the kiosk is used: four pictures, a short sentence each.
KioskDialog {
    id: dialog

    readonly property var steps: Kiosk.shell.dialog?.steps ?? []
    readonly property bool wide: !Theme.tall

    cardWidth: wide ? 1000 : 900
    titleSize: wide ? 46 : 64
    title: Words.t["howto.title"]

    Grid {
        id: grid

        width: parent.width
        columns: 2
        columnSpacing: 28 * Theme.u
        rowSpacing: (dialog.wide ? 12 : 28) * Theme.u

        Repeater {
            model: dialog.steps

            Column {
                id: step

                required property var modelData
                required property int index

                width: (grid.width - grid.columnSpacing) / 2
                spacing: (dialog.wide ? 6 : 14) * Theme.u
                Accessible.role: Accessible.StaticText
                Accessible.name: (index + 1) + ". " + modelData.text

                HowtoPicture {
                    width: parent.width
                    height: (dialog.wide ? (Theme.textScale > 1 ? 116 : 170) : 260) * Theme.u
                    step: step.index + 1
                    inset: 64 * Theme.u

                    Rectangle {
                        x: 16 * Theme.u
                        y: x
                        width: 56 * Theme.u
                        height: width
                        radius: width / 2
                        color: Theme.primary

                        Txt {
                            anchors.centerIn: parent
                            size: 34
                            grow: 1
                            display: true
                            color: Theme.onPrimary
                            text: step.index + 1
                            Accessible.ignored: true
                        }
                    }
                }
                Txt {
                    width: parent.width
                    size: dialog.wide ? 34 : 38
                    line: 1.15
                    weight: Font.Medium
                    text: step.modelData.text
                    wrapMode: Text.WordWrap
                    horizontalAlignment: Text.AlignHCenter
                    verticalAlignment: Text.AlignTop
                    Accessible.ignored: true
                }
            }
        }
    }
    PrimaryButton {
        objectName: "dialog.close"
        width: parent.width
        height: implicitHeight
        icon: "check"
        text: Words.t["common.close"]
        onActivated: Kiosk.send("closeDialog")
    }
}
