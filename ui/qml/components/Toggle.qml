import QtQuick
import Anjungan

// The switch of a PriorityRow. It only shows; the whole row is what one touches.
Rectangle {
    id: toggle

    property bool on: false

    width: 128 * Theme.u
    height: 72 * Theme.u
    radius: height / 2
    color: on ? Theme.warmIcon : Theme.surface
    border.width: 4 * Theme.u
    border.color: Theme.warmIcon

    Rectangle {
        anchors.verticalCenter: parent.verticalCenter
        x: toggle.on ? parent.width - width - 11 * Theme.u : 11 * Theme.u
        width: 50 * Theme.u
        height: width
        radius: width / 2
        color: toggle.on ? Theme.surface : Theme.warmIcon

        Behavior on x {
            NumberAnimation {
                duration: Theme.pressMs
            }
        }
    }
}
