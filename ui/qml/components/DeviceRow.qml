import QtQuick
import Anjungan

// A part of the machine: its name, how it is in a word, and what is known of it.
Item {
    id: row

    property string icon
    property string name
    property string text
    property string word
    // ok, warn, bad or off.
    property string finding
    property bool last: false
    readonly property color ink: finding === "ok" ? Theme.ok : finding === "warn" ? Theme.warn : finding === "bad" ? Theme.error : Theme.ink2
    readonly property color ground: finding === "ok" ? Theme.okBg : finding === "warn" ? Theme.warnBg : finding === "bad" ? Theme.errorBg : Theme.muted

    implicitHeight: Math.max(92 * Theme.u, words.implicitHeight + 16 * Theme.u)

    Rectangle {
        id: box

        anchors.verticalCenter: parent.verticalCenter
        width: 72 * Theme.u
        height: width
        radius: 22 * Theme.u
        color: row.ground

        Icon {
            anchors.centerIn: parent
            name: row.icon
            size: 44
            color: row.ink
        }
    }
    Column {
        id: words

        readonly property real beside: badge.width + 16 * Theme.u

        anchors {
            left: box.right
            leftMargin: 22 * Theme.u
            right: parent.right
            verticalCenter: parent.verticalCenter
        }

        Txt {
            id: title

            height: Math.max(implicitHeight, Theme.tall ? 0 : badge.height)
            verticalAlignment: Text.AlignVCenter
            display: true
            size: Theme.tall ? 34 : 31
            line: 1.15
            text: row.name
        }
        Txt {
            // A narrow row has its badge beside the name alone.
            width: parent.width - (Theme.tall ? words.beside : 0)
            size: 28
            line: 1.2
            color: Theme.ink2
            text: Theme.tall ? row.text : row.text.split(" · ").pop()
            wrapMode: Text.Wrap
            visible: text !== ""
        }
    }
    Rectangle {
        id: badge

        anchors.right: parent.right
        y: Theme.tall ? (parent.height - height) / 2 : words.y
        width: said.width + 32 * Theme.u
        height: said.height + 6 * Theme.u
        radius: height / 2
        color: row.ground

        Txt {
            id: said

            anchors.centerIn: parent
            size: 28
            weight: Font.DemiBold
            line: 1.15
            color: row.ink
            text: row.word
        }
    }
    Rectangle {
        y: parent.height - height
        width: parent.width
        height: 2 * Theme.u
        color: Theme.hairline
        visible: !row.last
    }
}
