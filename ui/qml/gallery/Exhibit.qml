import QtQuick
import Anjungan

// One component of the design, by name, with its states side by side.
Column {
    id: exhibit

    property string name
    default property alias content: flow.data

    spacing: 18 * Theme.u
    width: parent ? parent.width : 0

    Row {
        spacing: 20 * Theme.u

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 12 * Theme.u
            height: 40 * Theme.u
            radius: width / 2
            color: Theme.edgeStrong
        }
        Txt {
            display: true
            size: 40
            grow: 1
            text: exhibit.name
        }
    }
    Flow {
        id: flow

        width: parent.width
        spacing: 32 * Theme.u
    }
}
