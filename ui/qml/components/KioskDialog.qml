pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A question over the screen. The toolbar stays usable; everything else waits. Put buttons and
// pictures inside: they are stacked under `head`, title and text. Escape sends `safeOrder`. As a
// `sheet` it rises from the toolbar over the whole width.
FocusScope {
    id: dialog

    property string title
    property string text
    property string safeOrder: "closeDialog"
    // Something above the title, such as a TimerRing.
    property Component head: null
    property bool sheet: false
    property real cardWidth: 900
    property real titleSize: 64
    default property alias content: stack.data
    // Low reach on the largest panel leaves less height than all others.
    readonly property bool tight: !Theme.tall && Theme.panelHeight < 1060 * Theme.u
    // The scrim takes every touch beside the card.
    readonly property bool solid: true

    anchors.fill: parent
    focus: true
    Accessible.role: Accessible.Dialog
    Accessible.name: title
    Accessible.description: text
    Keys.onEscapePressed: Kiosk.send(dialog.safeOrder)
    Component.onCompleted: {
        forceActiveFocus();
        rise.start();
    }

    ParallelAnimation {
        id: rise

        NumberAnimation {
            target: scrim
            property: "opacity"
            from: 0
            to: 1
            duration: Theme.fadeMs
        }
        NumberAnimation {
            target: shift
            property: "y"
            from: Theme.enterMs > 0 ? (dialog.sheet ? card.height : 24 * Theme.u) : 0
            to: 0
            duration: Theme.enterMs
            easing.type: Easing.OutCubic
        }
        // Never quite 0: what cannot be seen at all can be neither touched nor walked to.
        NumberAnimation {
            target: card
            property: "opacity"
            from: 0.01
            to: 1
            duration: Theme.fadeMs
            easing.type: Easing.OutCubic
        }
    }

    Rectangle {
        id: scrim

        anchors.fill: parent
        color: Theme.scrim
    }

    Rectangle {
        id: card

        readonly property real roof: Theme.tall ? 0 : Theme.panelY
        readonly property real floor: Theme.panelY + Theme.panelHeight - 140 * Theme.u

        x: Theme.panelX + (Theme.panelWidth - width) / 2
        y: {
            if (dialog.sheet)
                return floor - height;
            const wanted = (Theme.tall ? dialog.height * 0.6 : (roof + floor) / 2) - height / 2;
            return Math.max(roof + 24 * Theme.u, Math.min(wanted, floor - height - 24 * Theme.u));
        }
        width: dialog.sheet ? Theme.panelWidth : dialog.cardWidth * Theme.u
        height: stackAll.implicitHeight + (dialog.sheet ? 84 : Theme.tall ? 124 : dialog.tight ? 64 : 96) * Theme.u
        radius: 56 * Theme.u
        bottomLeftRadius: dialog.sheet ? 0 : radius
        bottomRightRadius: bottomLeftRadius
        color: Theme.surface
        border.width: Theme.highContrast ? 4 * Theme.u : 0
        border.color: Theme.edge
        transform: Translate {
            id: shift
        }

        Column {
            id: stackAll

            x: (dialog.sheet ? 48 : 56) * Theme.u
            y: (dialog.sheet ? 52 : Theme.tall ? 68 : dialog.tight ? 32 : 48) * Theme.u
            width: parent.width - 2 * x
            spacing: (dialog.tight ? 12 : 20) * Theme.u

            Loader {
                anchors.horizontalCenter: parent.horizontalCenter
                sourceComponent: dialog.head
                visible: active
                active: dialog.head !== null
            }
            Txt {
                width: parent.width
                display: true
                size: dialog.titleSize
                weight: Font.ExtraBold
                line: 1.15
                text: dialog.title
                Accessible.role: Accessible.Heading
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
                spacing: (dialog.tight ? 12 : 20) * Theme.u
            }
        }
    }
}
