import QtQuick
import Anjungan

// Asks for priority in one touch; the whole row switches.
Touchable {
    id: row

    property string title: checked ? Words.t["det.prio.on"] : Words.t["det.prio"]
    property string sub: Words.t["det.prio.who"]

    label: title
    hint: sub
    role: Accessible.CheckBox
    implicitHeight: Math.max(144 * Theme.u, words.implicitHeight + 44 * Theme.u)

    Rectangle {
        anchors.fill: parent
        radius: row.radius
        color: row.pressed ? Qt.tint(Theme.warmTonal, Qt.alpha(Theme.edgeWarm, 0.25)) : Theme.warmTonal
        border.width: Theme.edgeWidth * Theme.u
        border.color: Theme.edgeWarm
    }
    Icon {
        id: sign

        x: 38 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: "old"
        size: 78
        bold: true
        color: Theme.highContrast ? Theme.warmIcon : Theme.onWarmTonal
    }
    Column {
        id: words

        anchors {
            left: sign.right
            leftMargin: 32 * Theme.u
            right: toggle.left
            rightMargin: 20 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        spacing: 2 * Theme.u

        Txt {
            width: parent.width
            display: true
            size: 38
            line: 1.12
            color: Theme.onWarmTonal
            text: row.title
            wrapMode: Text.WordWrap
        }
        Txt {
            width: parent.width
            size: 33
            line: 1.15
            color: Theme.onWarmTonal
            text: row.sub
            wrapMode: Text.WordWrap
        }
    }
    Toggle {
        id: toggle

        anchors.right: parent.right
        anchors.rightMargin: 38 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        on: row.checked
    }
}
