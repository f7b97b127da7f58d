import QtQuick
import Anjungan

// One number of the statistics, with what it is and what it is compared with.
Card {
    id: tile

    property string label
    property string value
    property string text

    implicitHeight: Math.max((Theme.tall ? 170 : 132) * Theme.u, words.implicitHeight + 28 * Theme.u)

    Column {
        id: words

        anchors {
            left: parent.left
            leftMargin: 28 * Theme.u
            right: number.left
            rightMargin: 12 * Theme.u
            verticalCenter: parent.verticalCenter
        }

        Txt {
            width: parent.width
            display: true
            size: 31
            line: 1.2
            text: tile.label
            wrapMode: Text.WordWrap
        }
        Txt {
            width: parent.width
            size: 28
            line: 1.2
            color: Theme.ink2
            text: tile.text
            wrapMode: Text.WordWrap
        }
    }
    Txt {
        id: number

        anchors {
            right: parent.right
            rightMargin: 28 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        display: true
        tabular: true
        size: 58
        text: tile.value
    }
}
