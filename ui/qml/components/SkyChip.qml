pragma ComponentBehavior: Bound

import QtQuick
import Anjungan

// A fact on the sky: icon or dot, then words.
Rectangle {
    id: chip

    property string text
    property string icon
    property bool dotted: false
    property real widest: Infinity
    // Too narrow for one line: the words wrap, and the time no longer has its own face.
    readonly property real extra: 28 * Theme.u + (dotted ? 34 : 0) * Theme.u + (icon === "" ? 0 : 50 * Theme.u)
    readonly property bool tight: natural.advanceWidth + extra + 20 * Theme.u > widest

    height: Math.max(68 * Theme.u, caption.implicitHeight + 24 * Theme.u)
    width: tight ? widest : row.implicitWidth + 48 * Theme.u
    radius: Math.min(height / 2, 34 * Theme.u)
    color: Theme.skyChip
    border.width: Theme.highContrast ? 3 * Theme.u : 0
    border.color: Theme.onSky

    TextMetrics {
        id: natural

        font: words.font
        text: chip.text
    }

    Row {
        id: row

        anchors.centerIn: parent
        spacing: 14 * Theme.u

        Rectangle {
            anchors.verticalCenter: parent.verticalCenter
            width: 20 * Theme.u
            height: width
            radius: width / 2
            color: Theme.skyDot
            visible: chip.dotted
        }
        Icon {
            anchors.verticalCenter: parent.verticalCenter
            name: chip.icon
            size: 36
            color: Theme.onSky
            visible: chip.icon !== ""
        }
        // A time is set in the display face: the other one's slashed zero reads like an eight.
        Row {
            id: caption

            readonly property var parts: chip.tight ? ["", chip.text, ""] : /^(.*?)(\d+[.:]\d\d)?$/.exec(chip.text) ?? ["", chip.text, ""]

            anchors.verticalCenter: parent.verticalCenter

            Txt {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                width: chip.tight ? chip.widest - chip.extra : implicitWidth
                wrapMode: chip.tight ? Text.WordWrap : Text.NoWrap
                line: 1.15
                size: 34
                weight: Font.Medium
                color: Theme.onSky
                text: caption.parts[1]
            }
            Txt {
                anchors.verticalCenter: parent.verticalCenter
                display: true
                size: 34
                grow: Theme.textScale
                weight: Font.DemiBold
                color: Theme.onSky
                text: caption.parts[2] ?? ""
            }
        }
    }
}
