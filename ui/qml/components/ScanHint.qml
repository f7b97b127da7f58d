pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import Anjungan

// Invites to show a code to the reader. Its edge is dashed: not to touch, but to hold something to.
Item {
    id: hint

    property string arrow: "down"

    implicitHeight: Math.max(128 * Theme.u, words.implicitHeight + 40 * Theme.u)

    Rectangle {
        anchors.fill: parent
        radius: 36 * Theme.u
        color: Theme.hint
    }
    Shape {
        anchors.fill: parent

        ShapePath {
            strokeWidth: Theme.edgeWidth * Theme.u
            strokeColor: Theme.hintEdge
            capStyle: ShapePath.FlatCap
            strokeStyle: ShapePath.DashLine
            dashPattern: [2.4, 1.6]
            fillColor: "transparent"

            PathRectangle {
                x: 1.5 * Theme.u
                y: x
                width: hint.width - 2 * x
                height: hint.height - 2 * y
                radius: 36 * Theme.u
            }
        }
    }
    Icon {
        id: sign

        x: 38 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: "qrcode"
        size: 68
        color: Theme.hintEdge
    }
    Column {
        id: words

        anchors {
            left: sign.right
            leftMargin: 27 * Theme.u
            right: pointer.left
            rightMargin: 16 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        spacing: -4 * Theme.u

        Txt {
            width: parent.width
            size: 34
            weight: Font.Bold
            line: 1.2
            color: Theme.onHint
            text: Words.t["idle.hint.title"]
            wrapMode: Text.WordWrap
        }
        Txt {
            width: parent.width
            size: 34
            line: 1.2
            color: Theme.onHint
            text: Words.t["idle.hint.text"]
            wrapMode: Text.WordWrap
        }
    }
    Icon {
        id: pointer

        anchors.right: parent.right
        anchors.rightMargin: 40 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: "arrow-" + hint.arrow
        size: 66
        bold: true
        color: Theme.hintEdge
    }
}
