pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// The one solid button of a screen, with the circle that says "press here" at its right end.
Touchable {
    id: button

    property string text
    property string icon: "arrow-right"
    // Something else than an icon in the circle, such as a TimerRing.
    property Component badge: null
    property bool loud: enabled
    // Room left of the label, in design units; less where three buttons share the dock.
    property real inset: 48
    readonly property color fill: !loud ? Theme.muted : Theme.primary

    label: text
    radius: 36 * Theme.u
    implicitHeight: Math.max(136 * Theme.u, Theme.minTarget)
    implicitWidth: inset * Theme.u + caption.implicitWidth + 132 * Theme.u

    Shadow {
        parent: button.face
        kind: "primary"
        visible: Theme.shadows && button.loud
    }
    Rectangle {
        y: 2 * Theme.u
        width: parent.width
        height: parent.height
        radius: button.radius
        color: Theme.ledge
        visible: Theme.shadows && button.loud
    }
    Rectangle {
        anchors.fill: parent
        radius: button.radius
        color: button.pressed ? Theme.pressedFill : button.fill
        border.width: !button.loud && Theme.highContrast ? Theme.edgeWidth * Theme.u : 0
        border.color: Theme.edge
    }
    Txt {
        id: caption

        anchors {
            left: parent.left
            leftMargin: button.inset * Theme.u
            right: circle.left
            rightMargin: 16 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        display: true
        size: 42
        line: 1.1
        color: button.loud ? Theme.onPrimary : Theme.onMuted
        text: button.text
        wrapMode: Text.WordWrap
    }
    Rectangle {
        id: circle

        anchors {
            right: parent.right
            rightMargin: 22 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        width: 92 * Theme.u
        height: width
        radius: width / 2
        color: button.loud ? Theme.accent : "transparent"

        Icon {
            anchors.centerIn: parent
            name: button.icon
            size: 56
            bold: true
            color: button.loud ? Theme.onAccent : Theme.onMuted
            visible: !button.badge
        }
        Loader {
            anchors.fill: parent
            sourceComponent: button.badge
        }
    }
}
