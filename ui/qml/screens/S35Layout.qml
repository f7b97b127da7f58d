pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Anjungan

// S35: how the panel hangs and where devices are. A line across the screen shows where 1,200 mm are by
// what is set so far, before it is kept.
KioskScreen {
    id: layout

    readonly property real gap: Math.max(14 * Theme.u, 3 * Theme.pxPerMm)
    // Of the whole window: the line is where a person's hand would be.
    readonly property real windowHeight: Window.height
    readonly property real pxPerMm: Math.hypot(Window.width, Window.height) / (facts.diagonalIn * 25.4)
    readonly property real reachY: windowHeight - (1200 - facts.bottomMm) * pxPerMm
    readonly property bool beyond: reachY < 0

    name: "S35"
    personal: true
    equipped: false
    informed: false
    title: facts.title
    step: facts.step ?? 0
    total: facts.total ?? 4
    eyebrow: Window.height > Window.width ? facts.orientation.tall : facts.orientation.wide
    clouds: "strip-b"
    cloudsTop: 190
    skyBottom: 440
    titleTop: 170
    titleRest: 300

    ColumnLayout {
        x: layout.margin
        y: layout.contentTop + (Theme.tall ? 100 * Theme.u : 0)
        width: parent.width - 2 * x
        spacing: layout.gap

        RowLayout {
            Layout.fillWidth: true
            spacing: 20 * Theme.u

            Rectangle {
                Layout.preferredWidth: 60 * Theme.u
                Layout.preferredHeight: 6 * Theme.u
                color: Theme.error
                visible: !layout.beyond
            }
            Txt {
                Layout.fillWidth: true
                size: 34
                line: 1.2
                weight: Font.DemiBold
                color: layout.beyond ? Theme.ink : Theme.error
                text: layout.beyond ? layout.facts.beyond : layout.facts.reach
                wrapMode: Text.WordWrap
            }
        }
        Repeater {
            model: layout.facts.rows

            RowLayout {
                id: row

                required property var modelData

                Layout.fillWidth: true
                spacing: 24 * Theme.u

                EdgeButton {
                    objectName: "layout.less." + row.modelData.part
                    Layout.preferredWidth: Math.max(140 * Theme.u, Theme.minTarget)
                    Layout.preferredHeight: Math.max(100 * Theme.u, Theme.minTarget)
                    icon: "minus"
                    iconOnly: true
                    text: row.modelData.less
                    hint: row.modelData.label
                    onActivated: Kiosk.send("layout", row.modelData.part + ":-1")
                }
                Column {
                    Layout.fillWidth: true

                    Txt {
                        width: parent.width
                        size: 30
                        line: 1.15
                        color: Theme.ink2
                        text: row.modelData.label
                        wrapMode: Text.WordWrap
                        horizontalAlignment: Text.AlignHCenter
                    }
                    Txt {
                        width: parent.width
                        display: true
                        tabular: true
                        size: 42
                        line: 1.15
                        text: row.modelData.value
                        horizontalAlignment: Text.AlignHCenter
                    }
                }
                EdgeButton {
                    objectName: "layout.more." + row.modelData.part
                    Layout.preferredWidth: Math.max(140 * Theme.u, Theme.minTarget)
                    Layout.preferredHeight: Math.max(100 * Theme.u, Theme.minTarget)
                    icon: "plus"
                    iconOnly: true
                    text: row.modelData.more
                    hint: row.modelData.label
                    onActivated: Kiosk.send("layout", row.modelData.part + ":1")
                }
            }
        }
        Txt {
            Layout.fillWidth: true
            size: 34
            line: 1.2
            color: layout.facts.lost ? Theme.error : Theme.ok
            text: layout.facts.told
            wrapMode: Text.WordWrap
            visible: text !== ""
        }
    }

    // Beneath the words: it is seen between them, and at both edges of the screen.
    Rectangle {
        objectName: "layout.line"
        x: -Theme.panelX
        y: layout.reachY - Theme.panelY - height / 2
        z: -1
        width: Window.width
        height: 6 * Theme.u
        color: Theme.error
        visible: !layout.beyond
    }

    Dock {
        BackButton {}
        PrimaryButton {
            objectName: "layout.keep"
            Layout.fillWidth: true
            Layout.fillHeight: true
            icon: "check"
            text: layout.facts.keeping
            enabled: !layout.facts.busy
            onActivated: Kiosk.send("confirm")
        }
    }
}
