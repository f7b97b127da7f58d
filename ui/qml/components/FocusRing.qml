import QtQuick
import Anjungan

// The two-colour ring around the control that has the keys; shown only after a key was used.
Item {
    property real radius: 0

    anchors.fill: parent
    anchors.margins: -6 * Theme.u

    Rectangle {
        anchors.fill: parent
        anchors.margins: -8 * Theme.u
        radius: parent.radius + 14 * Theme.u
        color: "transparent"
        border.width: 8 * Theme.u
        border.color: Theme.focusOuter
    }
    Rectangle {
        anchors.fill: parent
        radius: parent.radius + 6 * Theme.u
        color: "transparent"
        border.width: 4 * Theme.u
        border.color: Theme.focusInner
    }
}
