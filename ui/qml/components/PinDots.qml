pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// How many digits of a secret are typed; never which. A wrong one shakes; without motion the colour
// alone tells.
Item {
    id: dots

    property int count: 0
    property int length: 6
    property bool wrong: false

    implicitWidth: row.width
    implicitHeight: 40 * Theme.u
    Accessible.role: Accessible.ProgressBar
    Accessible.name: count + " / " + length
    onWrongChanged: if (wrong && !Theme.reduceMotion)
        shake.restart()

    Row {
        id: row

        anchors.verticalCenter: parent.verticalCenter
        spacing: 28 * Theme.u
        transform: Translate {
            id: shift
        }

        Repeater {
            model: dots.length

            Rectangle {
                required property int index
                readonly property bool full: index < dots.count

                width: 40 * Theme.u
                height: width
                radius: width / 2
                color: !full ? "transparent" : dots.wrong ? Theme.error : Theme.edgeStrong
                border.width: 4 * Theme.u
                border.color: dots.wrong ? Theme.error : Theme.edgeStrong
            }
        }
    }
    SequentialAnimation {
        id: shake

        loops: 2

        NumberAnimation {
            target: shift
            property: "x"
            to: 8 * Theme.u
            duration: 85
        }
        NumberAnimation {
            target: shift
            property: "x"
            to: -8 * Theme.u
            duration: 170
        }
        NumberAnimation {
            target: shift
            property: "x"
            to: 0
            duration: 85
        }
    }
}
