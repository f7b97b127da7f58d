import QtQuick
import Anjungan

// Something a technician can do, with how it went below it.
Touchable {
    id: tile

    property string icon
    property string text
    property string finding
    property string word

    label: text
    hint: word
    implicitHeight: Math.max((Theme.tall ? 140 : 96) * Theme.u, Theme.minTarget)

    Rectangle {
        anchors.fill: parent
        radius: tile.radius
        color: tile.pressed ? Theme.pressed : Theme.surface
        border.width: Theme.edgeWidth * Theme.u
        border.color: Theme.edge
        opacity: tile.enabled ? 1 : 0.5
    }
    Icon {
        id: sign

        x: Theme.tall ? (parent.width - width) / 2 : 22 * Theme.u
        y: (parent.height - (Theme.tall ? height + 2 * Theme.u + told.height : height)) / 2
        name: tile.icon
        size: Theme.tall ? 48 : 44
        color: Theme.onTonal
    }
    Column {
        id: told

        x: Theme.tall ? 12 * Theme.u : sign.x + sign.width + 16 * Theme.u
        y: Theme.tall ? sign.y + sign.height + 2 * Theme.u : (parent.height - height) / 2
        width: parent.width - x - 12 * Theme.u

        Txt {
            width: parent.width
            display: true
            size: 30
            line: 1.15
            color: Theme.edgeInk
            text: tile.text
            wrapMode: Text.WordWrap
            horizontalAlignment: Theme.tall ? Text.AlignHCenter : Text.AlignLeft
        }
        Txt {
            width: parent.width
            size: 26
            weight: Font.DemiBold
            line: 1.15
            color: tile.finding === "ok" ? Theme.ok : tile.finding === "warn" ? Theme.warn : tile.finding === "bad" ? Theme.error : Theme.ink2
            text: tile.word
            horizontalAlignment: Theme.tall ? Text.AlignHCenter : Text.AlignLeft
            visible: text !== ""
        }
    }
}
