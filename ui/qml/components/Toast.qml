import QtQuick
import Anjungan

// A short answer to a setting, above the toolbar. Whoever sets `text` also clears it.
Rectangle {
    id: toast

    property string text
    property string kept

    onTextChanged: if (text !== "")
        kept = text

    width: Math.min(caption.implicitWidth + 96 * Theme.u, 960 * Theme.u)
    height: Math.max(96 * Theme.u, caption.implicitHeight + 40 * Theme.u)
    radius: 48 * Theme.u
    color: Theme.ink
    border.width: Theme.highContrast ? 3 * Theme.u : 0
    border.color: Theme.ground
    opacity: text === "" ? 0 : 1
    visible: opacity > 0
    Accessible.role: Accessible.StaticText
    Accessible.name: text

    Behavior on opacity {
        NumberAnimation {
            duration: Theme.fadeMs
        }
    }

    Txt {
        id: caption

        anchors.centerIn: parent
        width: Math.min(implicitWidth, 864 * Theme.u)
        size: 34
        line: 1.2
        weight: Font.Medium
        color: Theme.ground
        text: toast.kept
        wrapMode: Text.WordWrap
        horizontalAlignment: Text.AlignHCenter
    }
}
