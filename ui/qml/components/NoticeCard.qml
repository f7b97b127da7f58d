import QtQuick
import Anjungan

// Why something cannot be done now, or is already done: icon, title, and what to do instead.
Rectangle {
    id: notice

    property string icon: "info-circle"
    property string title
    property string text
    property bool grave: false

    implicitHeight: Math.max(144 * Theme.u, words.implicitHeight + 56 * Theme.u)
    radius: 36 * Theme.u
    color: grave ? Theme.errorBg : Theme.warmTonal
    border.width: Theme.highContrast ? 2 * Theme.u : 0
    border.color: Theme.hairline
    Accessible.role: Accessible.AlertMessage
    Accessible.name: title + ". " + text

    Icon {
        id: sign

        x: 38 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: notice.icon
        size: 76
        color: notice.grave ? Theme.error : Theme.warmIcon
    }
    Column {
        id: words

        anchors {
            left: sign.right
            leftMargin: 32 * Theme.u
            right: parent.right
            rightMargin: 36 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        spacing: 2 * Theme.u

        Txt {
            width: parent.width
            display: true
            size: 38
            line: 1.15
            color: notice.grave ? Theme.error : Theme.onWarmTonal
            text: notice.title
            wrapMode: Text.WordWrap
            visible: text !== ""
        }
        Txt {
            width: parent.width
            size: 36
            line: 1.2
            color: notice.grave ? Theme.error : Theme.onWarmTonal
            text: notice.text
            wrapMode: Text.WordWrap
            visible: text !== ""
        }
    }
}
