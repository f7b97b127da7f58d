pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// The large invitation of the attract screen. Switched off, it says why in `sub`.
Touchable {
    id: hero

    property string title
    property string sub
    readonly property color fill: enabled ? Theme.primary : Theme.muted

    label: title
    hint: sub
    radius: 48 * Theme.u
    implicitHeight: Math.max(248 * Theme.u, words.implicitHeight + 64 * Theme.u)

    Shadow {
        kind: "hero"
        visible: Theme.shadows && hero.enabled
    }
    Rectangle {
        y: 4 * Theme.u
        width: parent.width
        height: parent.height
        radius: hero.radius
        color: Theme.ledge
        visible: Theme.shadows && hero.enabled
    }
    Rectangle {
        anchors.fill: parent
        radius: hero.radius
        color: hero.pressed ? Theme.pressedFill : hero.fill
        border.width: !hero.enabled && Theme.highContrast ? Theme.edgeWidth * Theme.u : 0
        border.color: Theme.edge
    }
    Column {
        id: words

        anchors {
            left: parent.left
            leftMargin: 56 * Theme.u
            right: circle.left
            rightMargin: 24 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        spacing: 6 * Theme.u

        Txt {
            width: parent.width
            display: true
            size: 62
            weight: Font.ExtraBold
            line: 1.1
            color: hero.enabled ? Theme.onPrimary : Theme.onMuted
            text: hero.title
            wrapMode: Text.WordWrap
        }
        Txt {
            width: parent.width
            size: 37
            line: 1.2
            color: hero.enabled ? Theme.onPrimary2 : Theme.onMuted
            text: hero.sub
            wrapMode: Text.WordWrap
        }
    }
    Rectangle {
        anchors.centerIn: circle
        width: circle.width * 1.2
        height: width
        radius: width / 2
        color: Theme.halo
        visible: circle.visible && Theme.shadows
    }
    Rectangle {
        id: circle

        anchors {
            right: parent.right
            rightMargin: 52 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        width: 136 * Theme.u
        height: width
        radius: width / 2
        color: Theme.accent
        visible: hero.enabled

        Icon {
            anchors.centerIn: parent
            name: "arrow-right"
            size: 84
            bold: true
            color: Theme.onAccent
        }

        SequentialAnimation {
            running: hero.enabled && hero.visible && !Theme.reduceMotion
            loops: Animation.Infinite

            PauseAnimation {
                duration: 3300
            }
            NumberAnimation {
                target: circle
                property: "scale"
                to: 1.06
                duration: 350
                easing.type: Easing.OutCubic
            }
            NumberAnimation {
                target: circle
                property: "scale"
                to: 1
                duration: 350
                easing.type: Easing.InCubic
            }
        }
    }
}
