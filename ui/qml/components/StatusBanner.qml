import QtQuick
import Anjungan

// One sentence about the state of the kiosk, under the title: `kind` is info, warn or error.
Rectangle {
    id: banner

    property string kind: "info"
    property string icon: "info-circle"
    property string text
    readonly property color writing: kind === "error" ? Theme.error : kind === "warn" ? Theme.onWarmTonal : Theme.onTonal

    implicitHeight: Math.max(84 * Theme.u, caption.implicitHeight + 36 * Theme.u)
    radius: 28 * Theme.u
    color: kind === "error" ? Theme.errorBg : kind === "warn" ? Theme.warmTonal : Theme.tonal
    border.width: Theme.highContrast ? 3 * Theme.u : 0
    border.color: Theme.barLine
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text

    Icon {
        id: sign

        x: 30 * Theme.u
        anchors.verticalCenter: parent.verticalCenter
        name: banner.icon
        size: 46
        color: banner.writing
    }
    Txt {
        id: caption

        anchors {
            left: sign.right
            leftMargin: 20 * Theme.u
            right: parent.right
            rightMargin: 30 * Theme.u
            verticalCenter: parent.verticalCenter
        }
        size: 34
        line: 1.2
        color: banner.writing
        text: banner.text
        wrapMode: Text.WordWrap
    }
}
