pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A question over the screen. The toolbar stays usable; everything else waits. Put buttons and
// pictures inside: they are stacked under `head`, title and text. Escape sends `safeOrder`.
FocusScope {
    id: dialog

    property string title
    property string text
    property string safeOrder: "closeDialog"
    // Something above the title, such as a TimerRing.
    property Component head: null
    default property alias content: stack.data
    // The scrim takes every touch beside the card.
    readonly property bool solid: true

    anchors.fill: parent
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Accessible.description: text
    Keys.onEscapePressed: Kiosk.send(dialog.safeOrder)
    Component.onCompleted: forceActiveFocus()

    Rectangle {
        anchors.fill: parent
        color: Theme.scrim
    }

    Rectangle {
        id: card

        readonly property real roof: Theme.tall ? 0 : Theme.panelY
        readonly property real floor: Theme.panelY + Theme.panelHeight - 140 * Theme.u

        x: Theme.panelX + (Theme.panelWidth - width) / 2
        y: {
            const wanted = (Theme.tall ? dialog.height * 0.6 : (roof + floor) / 2) - height / 2;
            return Math.max(roof + 24 * Theme.u, Math.min(wanted, floor - height - 24 * Theme.u));
        }
        width: 900 * Theme.u
        height: stackAll.implicitHeight + (Theme.tall ? 124 : 96) * Theme.u
        radius: 56 * Theme.u
        color: Theme.surface
        border.width: Theme.highContrast ? 4 * Theme.u : 0
        border.color: Theme.edge

        Column {
            id: stackAll

            x: 56 * Theme.u
            y: (Theme.tall ? 68 : 48) * Theme.u
            width: parent.width - 2 * x
            spacing: 20 * Theme.u

            Loader {
                anchors.horizontalCenter: parent.horizontalCenter
                sourceComponent: dialog.head
                visible: active
                active: dialog.head !== null
            }
            Txt {
                width: parent.width
                display: true
                size: 64
                weight: Font.ExtraBold
                line: 1.15
                text: dialog.title
                wrapMode: Text.WordWrap
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
            }
            Txt {
                anchors.horizontalCenter: parent.horizontalCenter
                width: Math.min(parent.width, 660 * Theme.u * Math.min(1.2, Theme.textScale))
                size: 41
                line: 1.26
                color: Theme.ink2
                text: dialog.text
                wrapMode: Text.WordWrap
                horizontalAlignment: Text.AlignHCenter
                visible: text !== ""
            }
            Item {
                width: 1
                height: 12 * Theme.u
            }
            Column {
                id: stack

                width: parent.width
                spacing: 20 * Theme.u
            }
        }
    }
}
