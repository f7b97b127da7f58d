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

        anchors {
            left: box.right
            leftMargin: 22 * Theme.u
            right: parent.right
            verticalCenter: parent.verticalCenter
        }

        Item {
            width: parent.width
            height: Math.max(title.height, badge.height)

            Txt {
                id: title

                anchors.verticalCenter: parent.verticalCenter
                display: true
                size: Theme.tall ? 34 : 31
                line: 1.15
                text: row.name
            }
            Rectangle {
                id: badge

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
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
        }
        Txt {
            width: parent.width
            size: 28
            line: 1.2
            color: Theme.ink2
            text: Theme.tall ? row.text : row.text.split(" · ").pop()
            wrapMode: Text.Wrap
            visible: text !== ""
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
