pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// An agency to choose: `agency` is {id, badge, name, count}; the badge is its ticket letter.
Touchable {
    id: tile

    property var agency: ({
            "id": "",
            "badge": "",
            "name": "",
            "count": ""
        })

    objectName: "agency." + agency.id
    label: agency.name
    hint: agency.count
    implicitWidth: 482 * Theme.u
    implicitHeight: 176 * Theme.u

    Rectangle {
        anchors.fill: parent
        radius: tile.radius
        color: tile.pressed ? Theme.pressed : Theme.surface
        border.width: Theme.edgeWidth * Theme.u
        border.color: Theme.edge
    }
    Rectangle {
        id: badge

        x: 28 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        width: 88 * Theme.u
        height: width
        radius: 28 * Theme.u
        color: Theme.tonal

        Txt {
            anchors.centerIn: parent
            display: true
            size: 44
            grow: 1
            color: Theme.onTonal
            text: tile.agency.badge
        }
    }
    Column {
        anchors.verticalCenter: parent.verticalCenter
        x: badge.x + badge.width + 22 * Theme.u
        width: parent.width - x - 20 * Theme.u
        spacing: 2 * Theme.u

        Txt {
            width: parent.width
            display: true
            size: 37
            line: 1.14
            text: tile.agency.name
            wrapMode: Text.WordWrap
            maximumLineCount: 2
        }
        Txt {
            width: parent.width
            size: 30
            line: 1.15
            color: Theme.ink2
            text: tile.agency.count
        }
    }
}
