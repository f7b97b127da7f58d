import QtQuick
import Anjungan

// A small fact: information, so it has no edge.
Rectangle {
    id: chip

    property string text
    property string icon

    implicitHeight: Math.max(112 * Theme.u, caption.implicitHeight + 32 * Theme.u)
    implicitWidth: caption.implicitWidth + 122 * Theme.u
    radius: 32 * Theme.u
    color: Theme.muted
    border.width: Theme.highContrast ? 2 * Theme.u : 0
    border.color: Theme.hairline

    Row {
        x: 26 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        spacing: 18 * Theme.u

        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: chip.icon
            size: 46
            color: Theme.onMuted
        }
        Txt {
            id: caption

            anchors.verticalCenter: parent.verticalCenter
            width: Math.min(implicitWidth, Math.max(1, chip.width - 116 * Theme.u))
            size: 34
            weight: Font.DemiBold
            line: 1.15
            text: chip.text
            wrapMode: Text.WordWrap
        }
    }
}
