import QtQuick
import Anjungan

// An icon on a tinted square.
Rectangle {
    id: box

    property string icon
    property bool warm: false
    property real side: 88
    property real iconSize: 58
    property real grow: 1

    width: side * grow * Theme.u
    height: width
    radius: 28 * Theme.u
    color: warm ? Theme.warmTonal : Theme.tonal

    Icon {
        anchors.centerIn: parent
        name: box.icon
        size: box.iconSize * box.grow
        color: box.warm ? Theme.warmIcon : Theme.onTonal
    }
}
