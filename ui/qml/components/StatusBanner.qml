import QtQuick
import Anjungan

// One sentence about the state of the kiosk, under the title: `kind` is info, warn or error.
Rectangle {
    id: banner

    property string kind: "info"
    property string icon: "info-circle"
    property string text
    // Beside a narrow panel every letter counts more than the icon.
    readonly property bool narrow: width < 400 * Theme.u
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
        visible: !banner.narrow
    }
    Txt {
        id: caption

        anchors {
            left: banner.narrow ? parent.left : sign.right
            leftMargin: (banner.narrow ? 18 : 20) * Theme.u
            right: parent.right
            rightMargin: (banner.narrow ? 14 : 30) * Theme.u
            verticalCenter: parent.verticalCenter
        }
        size: 34
        line: 1.2
        color: banner.writing
        text: banner.text
        wrapMode: Text.WordWrap
    }
}
